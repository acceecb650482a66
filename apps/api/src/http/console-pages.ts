/** Addresses that the console's router knows. */
export const CONSOLE_PAGES = ['/', '/sign-in', '/setup', '/queue', '/t/:number', '/customers', '/customers/:id', '/admin', '/admin/people', '/admin/mail', '/admin/calendars', '/admin/calendars/:id', '/admin/policies', '/admin/policies/:id', '/admin/reminders', '/notices', '/settings/notices', '/reports/reply-times', '/reports/reply-times/cases'];
