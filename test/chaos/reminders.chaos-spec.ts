// The same storms with three thousand reminders and a queue store that is away for a minute; and the races, a thousand rounds.
import '../e2e/reminders.e2e-spec';
import '../../libs/deadlines/src/jobs/reminders-survive.db.spec';
