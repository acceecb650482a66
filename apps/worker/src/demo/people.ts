/** The demo shop's staff. Passwords are printed at every start; they exist in the demo only. */
export const STAFF = [
  { name: 'Liisa Mattila', email: 'liisa@lumo.example', password: 'kissa-istuu-ikkunalla', locale: 'fi', role: 'agent', teams: ['care', 'web'], lead: [] },
  { name: 'Johan Lindqvist', email: 'johan@lumo.example', password: 'hunden-springer-fort', locale: 'sv', role: 'agent', teams: ['care', 'safety'], lead: [] },
  { name: 'Sanna Koskinen', email: 'sanna@lumo.example', password: 'kani-syo-porkkanaa', locale: 'fi', role: 'supervisor', teams: ['care', 'safety', 'web'], lead: ['care'] },
  { name: 'Petra Holm', email: 'petra@lumo.example', password: 'papukaija-puhuu-paljon', locale: 'en', role: 'privacy_owner', teams: [], lead: [] },
  { name: 'Antti Aalto', email: 'antti@lumo.example', password: 'akvaario-on-puhdas', locale: 'en', role: 'admin', teams: [], lead: [] },
] as const;

export const TEAMS = { care: 'Asiakaspalvelu', safety: 'Tuoteturvallisuus', web: 'Verkkokauppa' } as const;
export type TeamKey = keyof typeof TEAMS;

export const MAILBOXES = [
  { address: 'asiakaspalvelu@lumo.example', name: 'Lumo asiakaspalvelu', team: 'care', defaultKind: 'question', language: 'fi' },
  { address: 'kundservice@lumo.example', name: 'Lumo kundservice', team: 'care', defaultKind: 'question', language: 'sv' },
  { address: 'help@lumo.example', name: 'Lumo customer service', team: 'care', defaultKind: 'question', language: 'en' },
  { address: 'reklamaatiot@lumo.example', name: 'Lumo reklamaatiot', team: 'safety', defaultKind: 'complaint', language: 'fi' },
] as const;

const shop = (receiptNumber: string, boughtOn: string, orderNumber: string | undefined, ...lines: { product: string; quantity: number; priceCents: number; batch?: string }[]) => ({
  receiptNumber, boughtOn, orderNumber, shop: orderNumber ? 'Verkkokauppa' : 'Lumo Kamppi', totalCents: lines.reduce((sum, l) => sum + l.quantity * l.priceCents, 0), lines,
});

/** Customers as another system would send them: loyalty, pets and receipts are imported and read-only here. */
export const CUSTOMERS = [
  { customerNumber: 'L-100001', firstName: 'Maija', lastName: 'Virtanen', language: 'fi', since: '2019-03-04', emails: ['maija.virtanen@posti.example'], phones: ['040 555 0101'],
    loyalty: { number: '7001001', tier: 'Kulta', points: 2480, startedOn: '2019-03-04' }, pets: [{ name: 'Musti', species: 'koira', birthYear: 2022, allergies: ['kana'] }],
    receipts: [shop('K-55011', '2026-11-14', 'FI-88213', { product: 'Lähitassu 12 kg', quantity: 1, priceCents: 5490, batch: 'L2410' }), shop('K-54877', '2026-11-02', undefined, { product: 'Talutin 2 m', quantity: 1, priceCents: 1990 }), shop('K-54120', '2026-10-18', undefined, { product: 'Lähitassu 12 kg', quantity: 1, priceCents: 5490, batch: 'L2398' })] },
  { customerNumber: 'L-100002', firstName: 'Olli', lastName: 'Nieminen', language: 'fi', since: '2021-08-19', emails: ['olli.nieminen@posti.example'], phones: ['040 555 0102'],
    loyalty: { number: '7001002', tier: 'Hopea', points: 610, startedOn: '2021-08-19' }, pets: [{ name: 'Rauha', species: 'kissa', birthYear: 2020, allergies: [] }], receipts: [shop('V-91204', '2026-11-09', 'FI-88190', { product: 'Kiipeilypuu', quantity: 1, priceCents: 8900 })] },
  { customerNumber: 'L-100003', firstName: 'Juhani', lastName: 'Mäkelä', language: 'fi', since: '2017-01-30', emails: ['juhani.makela@posti.example'], phones: ['050 555 0103'],
    loyalty: { number: '7001003', tier: 'Kulta', points: 5120, startedOn: '2017-01-30' }, pets: [{ name: 'Halla', species: 'koira', birthYear: 2018, allergies: [] }, { name: 'Tuisku', species: 'koira', birthYear: 2023, allergies: ['vehnä'] }], receipts: [] },
  { customerNumber: 'L-100004', firstName: 'Sara', lastName: 'Lindqvist', language: 'sv', since: '2022-05-11', emails: ['sara.lindqvist@brev.example'], phones: ['040 555 0104'],
    loyalty: { number: '7001004', tier: 'Brons', points: 90, startedOn: '2022-05-11' }, pets: [{ name: 'Misse', species: 'katt', birthYear: 2021, allergies: ['fisk'] }], receipts: [] },
  { customerNumber: 'L-100005', firstName: 'Kerttu', lastName: 'Saarinen', language: 'sv', emails: ['kerttu.saarinen@brev.example'], phones: ['040 555 0105'], pets: [], receipts: [shop('V-91377', '2026-11-16', 'FI-88231', { product: 'Vinterjacka för hund, M', quantity: 1, priceCents: 4290 })] },
  { customerNumber: 'L-100006', firstName: 'Aino', lastName: 'Koskela-Järvenpää', language: 'fi', since: '2020-12-01', emails: ['aino.koskela-jarvenpaa@posti.example'], phones: ['040 555 0106', '09 555 0106'], loyalty: { number: '7001006', tier: 'Hopea', points: 930, startedOn: '2020-12-01' }, pets: [{ name: 'Pulu', species: 'undulaatti', birthYear: 2024, allergies: [] }], receipts: [] },
  { customerNumber: 'L-100007', firstName: 'Priya', lastName: 'Raman', language: 'en', since: '2024-02-14', emails: ['priya.raman@mail.example'], phones: ['040 555 0107'], loyalty: { number: '7001007', tier: 'Gold', points: 3075, startedOn: '2024-02-14' }, pets: [{ name: 'Biscuit', species: 'dog', birthYear: 2023, allergies: [] }], receipts: [] },
  { customerNumber: 'L-100008', firstName: 'Erik', lastName: 'Söderholm', language: 'sv', emails: ['erik.soderholm@brev.example'], phones: ['050 555 0108'], pets: [], receipts: [shop('V-91390', '2026-11-17', 'FI-88213B', { product: 'Kattsand 15 l', quantity: 4, priceCents: 1290 })] },
  { customerNumber: 'L-100009', firstName: 'Pekka', lastName: 'Virtanen', language: 'fi', emails: ['pekka.virtanen@posti.example'], phones: ['040 555 0101'], pets: [], receipts: [] },
  { customerNumber: 'L-100010', firstName: 'Helmi', lastName: 'Rantala', language: 'fi', since: '2023-09-09', emails: ['helmi.rantala@posti.example'], phones: ['044 555 0110'], loyalty: { number: '7001010', tier: 'Pronssi', points: 45, startedOn: '2023-09-09' }, pets: [{ name: 'Napoleon', species: 'kani', birthYear: 2025, allergies: [] }], receipts: [] },
  { customerNumber: 'L-100011', firstName: 'Tom', lastName: 'Baker', language: 'en', emails: ['tom.baker@mail.example'], phones: [], pets: [], receipts: [] },
  { customerNumber: 'L-100012', firstName: 'Anna-Liisa', lastName: 'Öhman', language: 'sv', emails: ['anna-liisa.ohman@brev.example'], phones: ['018 555 112'], pets: [{ name: 'Sixten', species: 'hund', birthYear: 2016, allergies: ['nötkött'] }], receipts: [] },
];
