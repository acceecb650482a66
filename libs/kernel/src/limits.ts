/** Every figure the code goes by, with its meaning and unit. */
export const LIMITS = {
  page: { /** rows in a list page */ max: 100, /** entries of a view index */ index: 2000, /** counts are exact up to */ count: 999 },
  graphql: {
    /** nesting of a query */ depth: 10, /** aliases in a document */ aliases: 10, /** tokens in a document */ tokens: 1500,
    /** directives in a document */ directives: 20, /** cost of a document */ cost: 5000, /** bytes of a request body */ bodyBytes: 102_400,
    /** sockets of one session */ socketsPerSession: 5, /** bytes of one socket message */ socketBytes: 65_536,
  },
  session: { /** hours without use before a session ends */ idleHours: 8, /** days after which it ends in any case */ absoluteDays: 7 },
  signIn: {
    /** wrong passwords per account and window */ perAccount: 5, /** per address (IPv6: /64) and window */ perIp: 20,
    /** seconds of the window */ windowSeconds: 900, /** password checks at once */ parallelHashes: 2,
    /** shortest password */ passwordMin: 8, passwordMax: 256,
  },
  setup: { /** minutes the first-admin link lives */ linkMinutes: 30 },
  undo: { /** seconds a reply waits by default */ defaultSeconds: 10, maxSeconds: 30 },
  ticket: { /** days in which customer contact reopens a solved ticket */ reopenDays: 14, subject: 250, tags: 30, tag: 60, reason: 500 },
  entry: { /** characters of a reply or note */ body: 100_000, /** characters of a preview */ preview: 160 },
  mail: {
    /** bytes of a mail that is taken and read: a file of 25 MB grows by a third in transport */ bytes: 35 * 1024 * 1024, /** bytes of one attachment */ attachmentBytes: 25 * 1024 * 1024,
    /** attachments kept as files */ attachments: 20, /** bytes of HTML shown */ htmlBytes: 512 * 1024, /** nesting of MIME parts */ nesting: 100,
    /** CPU seconds for one mail */ cpuSeconds: 5, /** seconds before the thread is ended */ wallSeconds: 30,
    /** parse attempts before quarantine */ tries: 3, /** megapixels of a picture */ megapixels: 40,
    /** days the raw mail is kept */ rawDays: 30,
  },
  outbound: {
    /** seconds a claim lasts */ leaseSeconds: 30, /** mails sent at once */ parallel: 10,
    /** seconds to wait after the final dot (RFC 5321 4.5.3.2.6 says 10 minutes) */ dotSeconds: 600,
    /** seconds before each retry; hourly after the last */ retrySeconds: [30, 120, 600, 1800, 3600], /** hours after which sending gives up */ giveUpHours: 48,
    /** seconds an unknown outcome is looked up before it is resent */ unknownSeconds: 120,
  },
  acknowledgement: { /** per known address and 24 h */ knownPerDay: 3, /** per unknown address and 24 h */ unknownPerDay: 1 },
  sweep: { /** milliseconds between sweeps, with jitter */ everyMs: 5000, /** seconds of a due row's lease */ leaseSeconds: 30, /** rows claimed at once */ batch: 200 },
  outbox: { /** milliseconds between polls */ everyMs: 100, batch: 200, /** days an event can be replayed */ keepDays: 7 },
  idempotency: { /** hours a key is remembered */ hours: 48 },
  form: { /** posts per address and hour before holding */ perHour: 20, perDay: 240, /** least seconds to fill it */ minSeconds: 2, /** hours a form nonce lives */ nonceHours: 24, text: 10_000, fileBytes: 10 * 1024 * 1024, files: 5, /** files kept per address and hour */ filesPerHour: 100 },
  publicLink: {
    /** days a status link lives after it was last mailed or used */ days: 180, /** of these, days in which it shows what was written */ freshDays: 30, /** bad tokens per address and 10 min */ badTokens: 30,
    /** messages of one ticket's page per hour */ messagesPerHour: 20, /** links mailed on request per ticket and 24 h */ mailsPerDay: 3, /** messages shown */ messages: 50, /** characters of messages shown, the newest always whole */ characters: 20_000,
  },
  call: { /** digits typed before a look-up */ lookupDigits: 5, /** digits of a suffix match */ suffixDigits: 7, matches: 5, note: 10_000 },
  draft: { /** days a draft is kept */ days: 30 },
  presence: { /** seconds a heartbeat counts */ seconds: 30 },
} as const;
