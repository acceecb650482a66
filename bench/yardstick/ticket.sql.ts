import { TICKET_JOINS, TICKET_ROW } from './queue.sql';

/** One ticket with its newest fifty entries and what hangs on them. $1 number, $2 agent. */
export const TICKET = `
  SELECT json_build_object('data', json_build_object('ticket', json_build_object(${TICKET_ROW},
    'receivedAt', t.received_at, 'lastSeenEntryId', s.entry_id,
    'possiblyBelongsTo', (SELECT json_build_object('id', p.id, 'number', p.number, 'subject', p.subject, 'status', p.status) FROM ticket p WHERE p.id = t.possibly_belongs_to),
    'recipients', json_build_object('canReply', true, 'whyNot', null,
      'to', (SELECT json_build_array(json_build_object('name', m.from_name, 'address', m.from_address)) FROM message m WHERE m.ticket_id = t.id AND m.direction = 'inbound' ORDER BY m.entry_id DESC LIMIT 1),
      'from', (SELECT json_build_object('name', b.name, 'address', b.address) FROM mailbox b WHERE b.active ORDER BY b.team_id = t.team_id DESC, b.language = t.language DESC, b.created_at LIMIT 1)),
    'entries', (SELECT json_agg(entry ORDER BY id) FROM (
      SELECT e.id, json_build_object('id', e.id, 'kind', e.kind, 'at', e.at, 'visibility', e.visibility, 'authorKind', e.author_kind, 'authorName', e.author_name, 'channel', e.channel,
        'text', e.body, 'change', e.change, 'maskedFields', json_build_array(),
        'author', CASE WHEN w.id IS NOT NULL THEN json_build_object('id', w.id, 'name', w.name, 'initials', upper(left(w.name, 1))) END,
        'mail', CASE WHEN m.entry_id IS NOT NULL THEN json_build_object('id', m.entry_id, 'direction', m.direction, 'subject', m.subject, 'html', m.html, 'simple', m.simple, 'quoted', m.quoted,
          'remoteImages', m.remote_images, 'automatic', m.automatic <> 'none', 'suspicion', m.suspicion, 'delivery', o.state, 'deliveryDetail', o.error_code, 'undoUntil', o.release_at,
          'from', json_build_object('name', m.from_name, 'address', m.from_address), 'to', m.to_addresses, 'cc', m.cc_addresses,
          'attachments', (SELECT coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'contentType', f.content_type, 'size', f.size, 'inline', f.inline, 'image', f.image)), '[]') FROM attachment f WHERE f.entry_id = e.id)) END,
        'call', CASE WHEN k.id IS NOT NULL THEN json_build_object('id', k.id, 'number', k.number, 'direction', k.direction, 'startedAt', k.started_at, 'endedAt', k.ended_at, 'topic', k.topic,
          'outcome', k.outcome, 'callBackAt', k.call_back_at) END) AS entry
      FROM ticket_entry e LEFT JOIN staff_member w ON w.id = e.author_staff_id LEFT JOIN message m ON m.entry_id = e.id LEFT JOIN outbound_message o ON o.entry_id = e.id
        LEFT JOIN call k ON k.entry_id = e.id
      WHERE e.ticket_id = t.id ORDER BY e.id DESC LIMIT 51) newest))))::text AS answer
  FROM ticket t ${TICKET_JOINS} WHERE t.number = $1`;
