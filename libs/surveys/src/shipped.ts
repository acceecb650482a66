import type { Question, SurveyTexts } from './survey.words';

/** What the survey that comes with the desk asks. */
export const SHIPPED_QUESTIONS: readonly Question[] = [
  { id: 'csat', kind: 'csat', required: true },
  { id: 'comment', kind: 'text' },
];

/** Written by hand in each language; labels are balanced around a neutral middle. */
export const SHIPPED_TEXTS: SurveyTexts = {
  fi: {
    'mail.subject': 'Miten onnistuimme asiasi hoitamisessa?',
    'mail.greeting': 'Hei!',
    'mail.intro': 'Otit meihin hiljattain yhteyttä, ja asiasi on nyt hoidettu. Kertoisitko, miten onnistuimme? Valitse alta sopivin vaihtoehto. Vastaus lähtee vasta, kun vahvistat sen avautuvalla sivulla.',
    'mail.thanks': 'Kiitos ajastasi!',
    'q.csat': 'Miten tyytyväinen olet siihen, miten hoidimme asiasi?',
    'q.csat.1': 'Hyvin tyytymätön',
    'q.csat.2': 'Melko tyytymätön',
    'q.csat.3': 'En tyytyväinen enkä tyytymätön',
    'q.csat.4': 'Melko tyytyväinen',
    'q.csat.5': 'Hyvin tyytyväinen',
    'q.comment': 'Mitä voisimme tehdä paremmin?',
    'page.title': 'Palaute palvelustamme',
    'page.thanks': 'Kiitos vastauksestasi! Se auttaa meitä parantamaan palveluamme.',
  },
  sv: {
    'mail.subject': 'Hur lyckades vi hjälpa dig?',
    'mail.greeting': 'Hej!',
    'mail.intro': 'Du kontaktade oss nyligen och ditt ärende är nu avslutat. Vill du berätta hur vi lyckades? Välj det alternativ nedan som passar bäst. Svaret skickas först när du bekräftar det på sidan som öppnas.',
    'mail.thanks': 'Tack för din tid!',
    'q.csat': 'Hur nöjd är du med hur vi skötte ditt ärende?',
    'q.csat.1': 'Mycket missnöjd',
    'q.csat.2': 'Ganska missnöjd',
    'q.csat.3': 'Varken nöjd eller missnöjd',
    'q.csat.4': 'Ganska nöjd',
    'q.csat.5': 'Mycket nöjd',
    'q.comment': 'Vad kunde vi göra bättre?',
    'page.title': 'Respons på vår service',
    'page.thanks': 'Tack för ditt svar! Det hjälper oss att bli bättre.',
  },
  en: {
    'mail.subject': 'How did we do with your matter?',
    'mail.greeting': 'Hello!',
    'mail.intro': 'You contacted us recently, and your matter has now been handled. Would you tell us how we did? Choose what fits best below. Your answer is sent only when you confirm it on the page that opens.',
    'mail.thanks': 'Thank you for your time!',
    'q.csat': 'How satisfied are you with how we handled your matter?',
    'q.csat.1': 'Very dissatisfied',
    'q.csat.2': 'Rather dissatisfied',
    'q.csat.3': 'Neither satisfied nor dissatisfied',
    'q.csat.4': 'Rather satisfied',
    'q.csat.5': 'Very satisfied',
    'q.comment': 'What could we do better?',
    'page.title': 'Feedback on our service',
    'page.thanks': 'Thank you for your answer! It helps us do better.',
  },
};
