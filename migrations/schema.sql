-- The database after all migrations, read from its catalogs. Written by KAIKU_UPDATE_SNAPSHOTS=1 npm test -- test/architecture

-- extensions
extension btree_gist
extension pg_trgm
extension unaccent

-- schemas
schema bullmq owner kaiku_owner
schema public owner pg_database_owner
schema survey_anonymous owner kaiku_owner

-- sequences
sequence access_log_id_seq as bigint start 1 increment 1 cache 1
sequence consent_event_id_seq as bigint start 1 increment 1 cache 1
sequence contact_suppression_id_seq as bigint start 1 increment 1 cache 1
sequence objection_id_seq as bigint start 1 increment 1 cache 1
sequence outbox_event_id_seq as bigint start 1 increment 1 cache 1
sequence outbox_position_seq as bigint start 1 increment 1 cache 1
sequence restriction_id_seq as bigint start 1 increment 1 cache 1
sequence schema_migration_id_seq as integer start 1 increment 1 cache 1
sequence ticket_number_seq as integer start 10001 increment 1 cache 1

-- columns
access_log.actor_id uuid
access_log.at timestamp with time zone not null
access_log.id bigint not null generated always as identity
access_log.mode text not null
access_log.object_ids uuid[] not null
access_log.object_kind text not null
access_log.purpose text not null
access_log.reason text
access_log.subject_keys uuid[] not null
access_log.trace_id text not null
acknowledgement.address text not null
acknowledgement.at timestamp with time zone not null
acknowledgement.ticket_id uuid not null
attachment.content_id text
attachment.content_type text not null
attachment.created_at timestamp with time zone not null
attachment.entry_id uuid
attachment.id uuid not null
attachment.image boolean not null default false
attachment.inline boolean not null default false
attachment.key_id text not null
attachment.name text not null
attachment.sha256 bytea not null
attachment.size integer not null
attachment.stored_as text not null
attachment.ticket_id uuid
attachment.uploaded_by uuid
business_calendar.active boolean not null default true
business_calendar.created_at timestamp with time zone not null
business_calendar.id uuid not null
business_calendar.is_default boolean not null default false
business_calendar.name text not null
business_calendar.version integer not null default 1
business_calendar_version.calendar_id uuid not null
business_calendar_version.created_at timestamp with time zone not null
business_calendar_version.created_by uuid
business_calendar_version.definition jsonb not null
business_calendar_version.effective_from timestamp with time zone not null
business_calendar_version.id uuid not null
business_calendar_version.note text
business_calendar_version.sha256 bytea not null
business_calendar_version.version integer not null
calendar_day_proposal.calendar_id uuid not null
calendar_day_proposal.created_at timestamp with time zone not null
calendar_day_proposal.date date not null
calendar_day_proposal.decided_at timestamp with time zone
calendar_day_proposal.decided_by uuid
calendar_day_proposal.id uuid not null
calendar_day_proposal.intervals jsonb not null default '[]'::jsonb
calendar_day_proposal.kind text not null
calendar_day_proposal.label text
calendar_day_proposal.source text not null
calendar_day_proposal.state text not null default 'proposed'::text
call.call_back_at timestamp with time zone
call.customer_id uuid
call.direction text not null
call.ended_at timestamp with time zone
call.entry_id uuid
call.id uuid not null
call.number text
call.outcome text not null
call.recorded_at timestamp with time zone not null
call.staff_id uuid not null
call.started_at timestamp with time zone not null
call.topic text not null
consent_event.at timestamp with time zone not null
consent_event.basis text not null
consent_event.channel text
consent_event.customer_id uuid not null
consent_event.evidence text
consent_event.id bigint not null generated always as identity
consent_event.kind text not null
consent_event.purpose text not null
consent_event.source text not null
consent_event.staff_id uuid
contact_point.created_at timestamp with time zone not null
contact_point.id uuid not null
contact_point.kind text not null
contact_point.value text not null
contact_suppression.address_hash bytea not null
contact_suppression.at timestamp with time zone not null
contact_suppression.cause text not null
contact_suppression.evidence text
contact_suppression.id bigint not null generated always as identity
contact_suppression.kind text not null
contact_suppression.scope text not null
contact_suppression.staff_id uuid
customer.created_at timestamp with time zone not null
customer.customer_number text
customer.first_name text
customer.flags text[] not null default '{}'::text[]
customer.id uuid not null
customer.language text
customer.last_name text
customer.log_key uuid not null
customer.postal_address text
customer.since date
customer.source text not null
customer.updated_at timestamp with time zone not null
customer.version integer not null default 1
customer_change.at timestamp with time zone not null
customer_change.customer_id uuid not null
customer_change.field text not null
customer_change.id uuid not null
customer_change.new_value text
customer_change.old_value text
customer_change.reason text
customer_change.source text not null
customer_change.staff_id uuid
customer_change.staff_name text
customer_contact_point.contact_point_id uuid not null
customer_contact_point.created_at timestamp with time zone not null
customer_contact_point.customer_id uuid not null
customer_contact_point.label text
customer_contact_point.original text not null
customer_contact_point.source text not null
customer_contact_point.verified_at timestamp with time zone
deadline.breached_at timestamp with time zone
deadline.breached_by_retarget boolean not null default false
deadline.calendar_version_id uuid
deadline.channel text not null
deadline.corrected boolean not null default false
deadline.created_at timestamp with time zone not null
deadline.cycle_no integer not null
deadline.due_at timestamp with time zone
deadline.due_day date
deadline.error_code text
deadline.fixed boolean not null default false
deadline.generation integer not null default 1
deadline.holder_at_due uuid
deadline.holder_team_at_due uuid
deadline.id uuid not null
deadline.kind text not null
deadline.language text not null
deadline.legal_due_at timestamp with time zone
deadline.metric text not null
deadline.outcome text
deadline.outcome_reason text
deadline.pause_reason text
deadline.paused_since timestamp with time zone
deadline.plan jsonb not null default '[]'::jsonb
deadline.policy_version_id uuid
deadline.priority text not null
deadline.start_day date not null
deadline.start_entry_id uuid
deadline.started_at timestamp with time zone not null
deadline.state text not null
deadline.stop_day date
deadline.stop_entry_id uuid
deadline.stopped_at timestamp with time zone
deadline.stopped_by uuid
deadline.subject_id uuid not null
deadline.subject_kind text not null default 'ticket'::text
deadline.target jsonb not null
deadline.target_ms bigint
deadline.team_id uuid not null
deadline.updated_at timestamp with time zone not null
deadline.used_ms bigint not null default 0
deadline.warn_at timestamp with time zone
deadline_event.actor_id uuid
deadline_event.at timestamp with time zone not null
deadline_event.deadline_id uuid not null
deadline_event.entry_id uuid
deadline_event.payload jsonb not null default '{}'::jsonb
deadline_event.recorded_at timestamp with time zone not null
deadline_event.seq integer not null
deadline_event.type text not null
deadline_policy.active boolean not null default true
deadline_policy.created_at timestamp with time zone not null
deadline_policy.id uuid not null
deadline_policy.name text not null
deadline_policy.rank integer not null
deadline_policy.version integer not null default 1
deadline_policy_version.conditions jsonb not null
deadline_policy_version.created_at timestamp with time zone not null
deadline_policy_version.created_by uuid
deadline_policy_version.effective_from timestamp with time zone not null
deadline_policy_version.id uuid not null
deadline_policy_version.note text
deadline_policy_version.policy_id uuid not null
deadline_policy_version.targets jsonb not null
deadline_policy_version.version integer not null
deadline_reminder.deadline_id uuid not null
deadline_reminder.fence integer not null default 0
deadline_reminder.fire_at timestamp with time zone not null
deadline_reminder.fired_at timestamp with time zone
deadline_reminder.generation integer not null
deadline_reminder.id uuid not null
deadline_reminder.late boolean not null default false
deadline_reminder.lease_until timestamp with time zone
deadline_reminder.state text not null default 'scheduled'::text
deadline_reminder.step text not null
draft.attachment_ids uuid[] not null default '{}'::uuid[]
draft.mode text not null
draft.revision integer not null default 1
draft.saved_at timestamp with time zone not null
draft.staff_id uuid not null
draft.text text not null
draft.ticket_id uuid not null
form_submission.address text
form_submission.at timestamp with time zone not null
form_submission.held boolean not null default false
form_submission.nonce_hash bytea not null
form_submission.ticket_id uuid not null
idempotency_key.actor text not null
idempotency_key.at timestamp with time zone not null
idempotency_key.body_hash bytea not null
idempotency_key.key text not null
idempotency_key.operation text not null
idempotency_key.result jsonb
inbound_raw.bytes bytea not null
inbound_raw.entry_id uuid
inbound_raw.envelope_from text
inbound_raw.envelope_to text[] not null
inbound_raw.error_code text
inbound_raw.fence integer not null default 0
inbound_raw.id uuid not null
inbound_raw.lease_until timestamp with time zone
inbound_raw.next_try_at timestamp with time zone
inbound_raw.received_at timestamp with time zone not null
inbound_raw.sha256 bytea not null
inbound_raw.size integer not null
inbound_raw.source text not null
inbound_raw.state text not null
inbound_raw.trace_id text not null
inbound_raw.tries integer not null default 0
kept_job.event_id bigint not null
kept_job.job text not null
kept_job.lease_until timestamp with time zone not null
kept_job.tries integer not null default 0
loyalty_membership.customer_id uuid not null
loyalty_membership.ended_on date
loyalty_membership.imported_at timestamp with time zone not null
loyalty_membership.number text
loyalty_membership.points integer
loyalty_membership.source text not null
loyalty_membership.started_on date
loyalty_membership.tier text
mailbox.active boolean not null default true
mailbox.address text not null
mailbox.created_at timestamp with time zone not null
mailbox.default_kind text not null
mailbox.id uuid not null
mailbox.language text not null
mailbox.name text not null
mailbox.team_id uuid not null
message.automatic text not null default 'none'::text
message.cc_addresses jsonb not null default '[]'::jsonb
message.content_key bytea
message.direction text not null
message.entry_id uuid not null
message.entry_visibility text not null default 'public'::text
message.from_address text
message.from_name text
message.html text
message.in_reply_to text
message.quoted text
message.raw_id uuid
message.reference_ids text[] not null default '{}'::text[]
message.remote_images boolean not null default false
message.rfc_message_id text
message.sanitiser_version integer not null default 0
message.simple boolean not null default true
message.subject text
message.suspicion text
message.ticket_id uuid not null
message.to_addresses jsonb not null default '[]'::jsonb
notice.cause text not null
notice.created_at timestamp with time zone not null
notice.deadline_id uuid
notice.dedupe_key text not null
notice.digest_id uuid
notice.id uuid not null
notice.in_app boolean not null default true
notice.params jsonb not null default '{}'::jsonb
notice.read_at timestamp with time zone
notice.staff_id uuid not null
notice.ticket_id uuid
notice.ticket_number integer
notice_delivery.channel text not null
notice_delivery.error_code text
notice_delivery.fence integer not null default 0
notice_delivery.id uuid not null
notice_delivery.lease_until timestamp with time zone
notice_delivery.next_try_at timestamp with time zone
notice_delivery.notice_id uuid not null
notice_delivery.release_at timestamp with time zone not null
notice_delivery.sent_at timestamp with time zone
notice_delivery.state text not null
notice_delivery.trace_id text not null
notice_delivery.tries integer not null default 0
notice_preference.cause text not null
notice_preference.channel text not null
notice_preference.enabled boolean not null
notice_preference.staff_id uuid not null
objection.address_hash bytea
objection.at timestamp with time zone not null
objection.channel text
objection.customer_id uuid
objection.evidence text
objection.id bigint not null generated always as identity
objection.kind text not null
objection.scope text not null
objection.source text not null
objection.staff_id uuid
open_clock_change.at timestamp with time zone not null
open_clock_change.calendar_version_id uuid
open_clock_change.changed integer not null default 0
open_clock_change.created_at timestamp with time zone not null
open_clock_change.done_at timestamp with time zone
open_clock_change.fence integer not null default 0
open_clock_change.id uuid not null
open_clock_change.kind text not null
open_clock_change.lease_until timestamp with time zone
open_clock_change.policy_version_id uuid
open_clock_change.requested_by uuid
open_clock_change.state text not null default 'pending'::text
outbound_message.content jsonb not null
outbound_message.created_at timestamp with time zone not null
outbound_message.entry_id uuid
outbound_message.error_code text
outbound_message.fence integer not null default 0
outbound_message.id uuid not null
outbound_message.kind text not null
outbound_message.lease_until timestamp with time zone
outbound_message.mailbox_id uuid not null
outbound_message.next_try_at timestamp with time zone
outbound_message.recipients jsonb not null
outbound_message.release_at timestamp with time zone not null
outbound_message.rfc_message_id text not null
outbound_message.sent_at timestamp with time zone
outbound_message.state text not null
outbound_message.ticket_id uuid not null
outbound_message.trace_id text not null
outbound_message.tries integer not null default 0
outbound_message.undone_at timestamp with time zone
outbound_message.unknown_since timestamp with time zone
outbox_event.at timestamp with time zone not null
outbox_event.id bigint not null generated always as identity
outbox_event.name text not null
outbox_event.payload jsonb not null
outbox_event.position bigint
outbox_event.relayed_at timestamp with time zone
outbox_event.trace_id text not null
participant.added_at timestamp with time zone not null
participant.added_by uuid
participant.address text not null
participant.ticket_id uuid not null
pet.allergies text[] not null default '{}'::text[]
pet.birth_year integer
pet.customer_id uuid not null
pet.id uuid not null
pet.imported_at timestamp with time zone not null
pet.name text
pet.source text not null
pet.species text not null
public_link.created_at timestamp with time zone not null
public_link.expires_at timestamp with time zone not null
public_link.ticket_id uuid not null
public_link.token_hash bytea not null
push_subscription.auth text not null
push_subscription.created_at timestamp with time zone not null
push_subscription.endpoint text not null
push_subscription.id uuid not null
push_subscription.p256dh text not null
push_subscription.staff_id uuid not null
quiet_hours.from_minute integer not null
quiet_hours.staff_id uuid not null
quiet_hours.to_minute integer not null
receipt.bought_on date not null
receipt.customer_id uuid not null
receipt.id uuid not null
receipt.imported_at timestamp with time zone not null
receipt.lines jsonb not null default '[]'::jsonb
receipt.order_number text
receipt.receipt_number text not null
receipt.shop text not null
receipt.source text not null
receipt.total_cents integer
reminder_plan.created_at timestamp with time zone not null
reminder_plan.id uuid not null
reminder_plan.name text not null
reminder_plan.steps jsonb not null
reminder_plan.version integer not null default 1
restriction.at timestamp with time zone not null
restriction.customer_id uuid not null
restriction.evidence text
restriction.ground text not null
restriction.id bigint not null generated always as identity
restriction.kind text not null
restriction.source text not null
restriction.staff_id uuid
restriction.told_at timestamp with time zone
role.id text not null
role.permissions text[] not null
schema_migration.id integer not null default nextval('schema_migration_id_seq'::regclass)
schema_migration.name character varying not null
schema_migration.timestamp bigint not null
session.created_at timestamp with time zone not null
session.expires_at timestamp with time zone not null
session.id uuid not null
session.last_seen_at timestamp with time zone not null
session.staff_id uuid not null
session.token_hash bytea not null
setting.key text not null
setting.updated_at timestamp with time zone not null
setting.value jsonb not null
setup_link.created_at timestamp with time zone not null
setup_link.expires_at timestamp with time zone not null
setup_link.token_hash bytea not null
setup_link.used_at timestamp with time zone
staff_member.active boolean not null default true
staff_member.created_at timestamp with time zone not null
staff_member.deactivated_at timestamp with time zone
staff_member.email text not null
staff_member.id uuid not null
staff_member.locale text not null
staff_member.name text not null
staff_member.password_hash text
staff_member.undo_seconds integer not null default 10
staff_member.version integer not null default 1
staff_role.granted_at timestamp with time zone not null
staff_role.granted_by uuid
staff_role.role_id text not null
staff_role.staff_id uuid not null
survey.active_version_id uuid
survey.created_at timestamp with time zone not null
survey.daily_cap integer
survey.delay_minutes integer not null default 1440
survey.edit_window_hours integer not null default 72
survey.ends_at timestamp with time zone
survey.exempt_reason text
survey.expiry_days integer not null default 28
survey.followup_rules jsonb not null default '[]'::jsonb
survey.id uuid not null
survey.include_inactive_closed boolean not null default false
survey.key text not null
survey.languages text[] not null default '{fi,sv,en}'::text[]
survey.legal_mode text not null
survey.legal_reason text
survey.min_interval_days integer not null default 30
survey.mode text not null default 'identified'::text
survey.name text not null
survey.purpose text not null
survey.quota integer
survey.reminder_after_days integer
survey.sample_bp integer not null default 10000
survey.segment jsonb
survey.send_window jsonb not null
survey.skip_open_complaint boolean not null default true
survey.starts_at timestamp with time zone
survey.state text not null default 'draft'::text
survey.trigger text not null
survey.updated_at timestamp with time zone not null
survey.version integer not null default 1
survey_anon_answer.answers jsonb not null
survey_anon_answer.key uuid not null
survey_anon_answer.survey_id uuid not null
survey_anon_answer.week text not null
survey_anon_held.answers jsonb not null
survey_anon_held.key uuid not null
survey_anon_held.survey_id uuid not null
survey_anon_held.week text not null
survey_anon_participation.spent boolean not null default false
survey_anon_participation.survey_id uuid not null
survey_anon_participation.token_hash bytea not null
survey_answer.answers jsonb not null
survey_answer.comment text
survey_answer.contact_wanted boolean not null default false
survey_answer.id uuid not null
survey_answer.invitation_id uuid not null
survey_answer.rating integer
survey_answer.review_reason text
survey_answer.reviewed_at timestamp with time zone
survey_answer.reviewed_by uuid
survey_answer.revision integer not null
survey_answer.signals jsonb not null default '{}'::jsonb
survey_answer.status text not null
survey_answer.submitted_at timestamp with time zone not null
survey_answer.ticket_id uuid
survey_bounce.address_hash bytea not null
survey_bounce.at timestamp with time zone not null
survey_bounce.class text not null
survey_bounce.code text not null
survey_bounce.id uuid not null
survey_bounce.invitation_id uuid not null
survey_contact_slot.address_hash bytea not null
survey_contact_slot.blocked daterange not null
survey_contact_slot.customer_id uuid not null
survey_contact_slot.invitation_id uuid not null
survey_contact_slot.state text not null
survey_decision.at timestamp with time zone not null
survey_decision.customer_id uuid
survey_decision.id uuid not null
survey_decision.invitation_id uuid
survey_decision.reason text not null
survey_decision.resolution_no integer
survey_decision.stage text not null
survey_decision.survey_id uuid not null
survey_decision.ticket_id uuid
survey_draft.answers jsonb not null
survey_draft.invitation_id uuid not null
survey_draft.updated_at timestamp with time zone not null
survey_followup.created_at timestamp with time zone not null
survey_followup.fence integer not null default 0
survey_followup.id uuid not null
survey_followup.invitation_id uuid not null
survey_followup.kind text not null
survey_followup.lease_until timestamp with time zone
survey_followup.outcome text
survey_followup.release_at timestamp with time zone not null
survey_followup.rule text not null
survey_followup.settled_at timestamp with time zone
survey_followup.state text not null
survey_followup.ticket_id uuid
survey_invitation.address_hash bytea not null
survey_invitation.answered_at timestamp with time zone
survey_invitation.bounced_at timestamp with time zone
survey_invitation.claimed_at timestamp with time zone
survey_invitation.contact_point_id uuid
survey_invitation.created_at timestamp with time zone not null
survey_invitation.customer_id uuid not null
survey_invitation.dispatched_at timestamp with time zone
survey_invitation.error_code text
survey_invitation.expires_at timestamp with time zone
survey_invitation.fence integer not null default 0
survey_invitation.id uuid not null
survey_invitation.language text not null
survey_invitation.lease_until timestamp with time zone
survey_invitation.message_id text
survey_invitation.next_try_at timestamp with time zone
survey_invitation.planned_at timestamp with time zone not null
survey_invitation.presumed boolean not null default false
survey_invitation.reason text
survey_invitation.reminder_at timestamp with time zone
survey_invitation.reminder_message_id text
survey_invitation.reminder_state text
survey_invitation.resolution_no integer not null default 1
survey_invitation.sending_at timestamp with time zone
survey_invitation.snapshot jsonb not null default '{}'::jsonb
survey_invitation.state text not null
survey_invitation.survey_id uuid not null
survey_invitation.ticket_id uuid
survey_invitation.token_hash bytea
survey_invitation.trace_id text not null
survey_invitation.tries integer not null default 0
survey_invitation.unknown_since timestamp with time zone
survey_invitation.version_id uuid not null
survey_invitation.voided_at timestamp with time zone
survey_provider.back_off_until timestamp with time zone
survey_provider.failures integer not null default 0
survey_provider.name text not null
survey_provider.paused_at timestamp with time zone
survey_provider.paused_reason text
survey_score_week.computed_at timestamp with time zone not null
survey_score_week.counts integer[] not null
survey_score_week.dimension text not null
survey_score_week.question text not null
survey_score_week.survey_id uuid not null
survey_score_week.value text not null
survey_score_week.version_id uuid not null
survey_score_week.week date not null
survey_settling.fence integer not null default 0
survey_settling.invitation_id uuid not null
survey_settling.lease_until timestamp with time zone
survey_settling.release_at timestamp with time zone not null
survey_settling.settled_at timestamp with time zone
survey_version.activated_at timestamp with time zone
survey_version.checksum bytea not null
survey_version.created_at timestamp with time zone not null
survey_version.created_by uuid
survey_version.id uuid not null
survey_version.logic jsonb not null default '[]'::jsonb
survey_version.number integer not null
survey_version.questions jsonb not null
survey_version.survey_id uuid not null
survey_version.texts jsonb not null
team.created_at timestamp with time zone not null
team.id uuid not null
team.name text not null
team_member.lead boolean not null default false
team_member.staff_id uuid not null
team_member.team_id uuid not null
throttle.expire bigint
throttle.key character varying(255) not null
throttle.points integer not null default 0
ticket.answer_wanted boolean not null default true
ticket.assignee_id uuid
ticket.channel text not null
ticket.created_at timestamp with time zone not null
ticket.customer_id uuid
ticket.field_versions jsonb not null default '{}'::jsonb
ticket.follow_up_of uuid
ticket.has_human_reply boolean not null default false
ticket.id uuid not null
ticket.kind text not null
ticket.language text not null
ticket.last_entry_at timestamp with time zone
ticket.last_entry_by_us boolean not null default false
ticket.last_entry_id uuid
ticket.last_entry_kind text
ticket.last_entry_preview text
ticket.last_entry_staff_id uuid
ticket.next_deadline_id uuid
ticket.next_due_at timestamp with time zone
ticket.no_reply_reason text
ticket.number integer not null default nextval('ticket_number_seq'::regclass)
ticket.order_number text
ticket.possibly_belongs_to uuid
ticket.priority text not null
ticket.received_at timestamp with time zone not null
ticket.snooze_until timestamp with time zone
ticket.solved_at timestamp with time zone
ticket.status text not null
ticket.subject text
ticket.tags text[] not null default '{}'::text[]
ticket.team_id uuid not null
ticket.updated_at timestamp with time zone not null
ticket.version integer not null default 1
ticket_entry.about_entry_id uuid
ticket_entry.at timestamp with time zone not null
ticket_entry.author_kind text not null
ticket_entry.author_name text
ticket_entry.author_staff_id uuid
ticket_entry.body text
ticket_entry.change jsonb
ticket_entry.channel text
ticket_entry.id uuid not null
ticket_entry.is_customer_contact boolean not null default false
ticket_entry.is_human_reply boolean not null default false
ticket_entry.kind text not null
ticket_entry.preview text
ticket_entry.recorded_at timestamp with time zone not null
ticket_entry.ticket_id uuid not null
ticket_entry.visibility text not null
ticket_seen.at timestamp with time zone not null
ticket_seen.entry_id uuid not null
ticket_seen.staff_id uuid not null
ticket_seen.ticket_id uuid not null

-- constraints
access_log access_log_mode_ck CHECK ((mode = ANY (ARRAY['incidental'::text, 'deliberate'::text, 'prefetch'::text])))
access_log access_log_pk PRIMARY KEY (id)
acknowledgement acknowledgement_pk PRIMARY KEY (ticket_id)
acknowledgement acknowledgement_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket(id)
attachment attachment_entry_fk FOREIGN KEY (entry_id) REFERENCES ticket_entry(id)
attachment attachment_pk PRIMARY KEY (id)
attachment attachment_stored_as_uq UNIQUE (stored_as)
attachment attachment_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket(id)
attachment attachment_uploaded_by_fk FOREIGN KEY (uploaded_by) REFERENCES staff_member(id)
business_calendar business_calendar_default_ck CHECK ((active OR (NOT is_default)))
business_calendar business_calendar_name_uq UNIQUE (name)
business_calendar business_calendar_pk PRIMARY KEY (id)
business_calendar_version business_calendar_version_calendar_fk FOREIGN KEY (calendar_id) REFERENCES business_calendar(id)
business_calendar_version business_calendar_version_created_by_fk FOREIGN KEY (created_by) REFERENCES staff_member(id)
business_calendar_version business_calendar_version_pk PRIMARY KEY (id)
business_calendar_version business_calendar_version_sha256_ck CHECK ((length(sha256) = 32))
business_calendar_version business_calendar_version_uq UNIQUE (calendar_id, version)
calendar_day_proposal calendar_day_proposal_calendar_fk FOREIGN KEY (calendar_id) REFERENCES business_calendar(id)
calendar_day_proposal calendar_day_proposal_day_uq UNIQUE (calendar_id, date, source)
calendar_day_proposal calendar_day_proposal_decided_by_fk FOREIGN KEY (decided_by) REFERENCES staff_member(id)
calendar_day_proposal calendar_day_proposal_decided_ck CHECK (((state = 'proposed'::text) = (decided_at IS NULL)))
calendar_day_proposal calendar_day_proposal_kind_ck CHECK ((kind = ANY (ARRAY['closed'::text, 'hours'::text])))
calendar_day_proposal calendar_day_proposal_pk PRIMARY KEY (id)
calendar_day_proposal calendar_day_proposal_source_ck CHECK ((source = ANY (ARRAY['law'::text, 'feed'::text])))
calendar_day_proposal calendar_day_proposal_state_ck CHECK ((state = ANY (ARRAY['proposed'::text, 'accepted'::text, 'dismissed'::text])))
call call_back_ck CHECK (((outcome = 'call_back'::text) = (call_back_at IS NOT NULL)))
call call_customer_fk FOREIGN KEY (customer_id) REFERENCES customer(id)
call call_direction_ck CHECK ((direction = ANY (ARRAY['inbound'::text, 'outbound'::text])))
call call_entry_ck CHECK (((outcome = 'wrong_number'::text) = (entry_id IS NULL)))
call call_entry_fk FOREIGN KEY (entry_id) REFERENCES ticket_entry(id)
call call_entry_uq UNIQUE (entry_id)
call call_outcome_ck CHECK ((outcome = ANY (ARRAY['solved'::text, 'call_back'::text, 'needs_work'::text, 'wrong_number'::text])))
call call_pk PRIMARY KEY (id)
call call_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member(id)
call call_times_ck CHECK ((ended_at >= started_at))
call call_topic_ck CHECK ((topic = ANY (ARRAY['order'::text, 'return'::text, 'product'::text, 'loyalty'::text, 'complaint'::text, 'other'::text])))
consent_event consent_event_basis_ck CHECK ((basis = ANY (ARRAY['consent'::text, 'existing_customer'::text])))
consent_event consent_event_channel_ck CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'phone'::text, 'letter'::text])))
consent_event consent_event_customer_fk FOREIGN KEY (customer_id) REFERENCES customer(id)
consent_event consent_event_kind_ck CHECK ((kind = ANY (ARRAY['given'::text, 'withdrawn'::text])))
consent_event consent_event_pk PRIMARY KEY (id)
consent_event consent_event_purpose_ck CHECK ((purpose = ANY (ARRAY['service_quality'::text, 'market_research'::text, 'opinion_research'::text, 'direct_marketing'::text])))
consent_event consent_event_source_ck CHECK ((source = ANY (ARRAY['phone'::text, 'email'::text, 'letter'::text, 'shop'::text, 'web'::text, 'survey_page'::text, 'unsubscribe_link'::text, 'import'::text, 'system'::text])))
consent_event consent_event_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member(id)
contact_point contact_point_kind_ck CHECK ((kind = ANY (ARRAY['email'::text, 'phone'::text])))
contact_point contact_point_pk PRIMARY KEY (id)
contact_point contact_point_value_uq UNIQUE (kind, value)
contact_suppression contact_suppression_cause_ck CHECK ((cause = ANY (ARRAY['hard_bounce'::text, 'soft_bounces'::text, 'complaint'::text, 'unsubscribed'::text, 'erased'::text, 'by_hand'::text, 'new_consent'::text])))
contact_suppression contact_suppression_hash_ck CHECK ((octet_length(address_hash) = 32))
contact_suppression contact_suppression_kind_ck CHECK ((kind = ANY (ARRAY['suppressed'::text, 'lifted'::text])))
contact_suppression contact_suppression_pk PRIMARY KEY (id)
contact_suppression contact_suppression_scope_ck CHECK ((scope = ANY (ARRAY['surveys'::text, 'marketing'::text, 'all'::text])))
contact_suppression contact_suppression_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member(id)
customer customer_flags_ck CHECK ((flags <@ ARRAY['restricted'::text, 'minor'::text, 'safety_ban'::text, 'deceased'::text]))
customer customer_language_ck CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text])))
customer customer_log_key_uq UNIQUE (log_key)
customer customer_number_uq UNIQUE (customer_number)
customer customer_pk PRIMARY KEY (id)
customer_change customer_change_customer_fk FOREIGN KEY (customer_id) REFERENCES customer(id)
customer_change customer_change_pk PRIMARY KEY (id)
customer_change customer_change_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member(id)
customer_contact_point customer_contact_point_customer_fk FOREIGN KEY (customer_id) REFERENCES customer(id)
customer_contact_point customer_contact_point_pk PRIMARY KEY (customer_id, contact_point_id)
customer_contact_point customer_contact_point_point_fk FOREIGN KEY (contact_point_id) REFERENCES contact_point(id)
deadline deadline_cycle_uq UNIQUE (subject_id, metric, cycle_no)
deadline deadline_error_ck CHECK (((state = 'error'::text) = (error_code IS NOT NULL)))
deadline deadline_metric_ck CHECK ((metric = ANY (ARRAY['acknowledge'::text, 'first_reply'::text, 'next_reply'::text, 'progress_update'::text, 'decision'::text, 'remedy'::text, 'resolution'::text, 'callback'::text, 'statutory'::text])))
deadline deadline_pk PRIMARY KEY (id)
deadline deadline_state_ck CHECK ((state = ANY (ARRAY['running'::text, 'paused'::text, 'suspended'::text, 'met'::text, 'late'::text, 'cancelled'::text, 'waived'::text, 'error'::text])))
deadline deadline_subject_kind_ck CHECK ((subject_kind = 'ticket'::text))
deadline_event deadline_event_deadline_fk FOREIGN KEY (deadline_id) REFERENCES deadline(id)
deadline_event deadline_event_pk PRIMARY KEY (deadline_id, seq)
deadline_event deadline_event_type_ck CHECK ((type = ANY (ARRAY['start'::text, 'pause'::text, 'resume'::text, 'suspend'::text, 'unsuspend'::text, 'retarget'::text, 'recalendar'::text, 'stop'::text, 'cancel'::text, 'waive'::text, 'fix'::text, 'correct'::text])))
deadline_policy deadline_policy_name_uq UNIQUE (name)
deadline_policy deadline_policy_pk PRIMARY KEY (id)
deadline_policy_version deadline_policy_version_created_by_fk FOREIGN KEY (created_by) REFERENCES staff_member(id)
deadline_policy_version deadline_policy_version_pk PRIMARY KEY (id)
deadline_policy_version deadline_policy_version_policy_fk FOREIGN KEY (policy_id) REFERENCES deadline_policy(id)
deadline_policy_version deadline_policy_version_uq UNIQUE (policy_id, version)
deadline_reminder deadline_reminder_deadline_fk FOREIGN KEY (deadline_id) REFERENCES deadline(id)
deadline_reminder deadline_reminder_fired_ck CHECK (((state = 'fired'::text) = (fired_at IS NOT NULL)))
deadline_reminder deadline_reminder_pk PRIMARY KEY (id)
deadline_reminder deadline_reminder_state_ck CHECK ((state = ANY (ARRAY['scheduled'::text, 'claimed'::text, 'fired'::text, 'obsolete'::text, 'cancelled'::text, 'skipped'::text])))
deadline_reminder deadline_reminder_step_uq UNIQUE (deadline_id, generation, step)
draft draft_mode_ck CHECK ((mode = ANY (ARRAY['reply'::text, 'note'::text])))
draft draft_pk PRIMARY KEY (ticket_id, staff_id, mode)
draft draft_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member(id)
draft draft_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket(id)
form_submission form_submission_pk PRIMARY KEY (nonce_hash)
form_submission form_submission_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket(id)
idempotency_key idempotency_key_length_ck CHECK (((length(key) >= 1) AND (length(key) <= 255)))
idempotency_key idempotency_key_pk PRIMARY KEY (actor, operation, key)
inbound_raw inbound_raw_entry_fk FOREIGN KEY (entry_id) REFERENCES ticket_entry(id)
inbound_raw inbound_raw_pk PRIMARY KEY (id)
inbound_raw inbound_raw_state_ck CHECK ((state = ANY (ARRAY['received'::text, 'done'::text, 'duplicate'::text, 'quarantined'::text])))
kept_job kept_job_event_fk FOREIGN KEY (event_id) REFERENCES outbox_event(id) ON DELETE CASCADE
kept_job kept_job_pk PRIMARY KEY (event_id, job)
loyalty_membership loyalty_membership_customer_fk FOREIGN KEY (customer_id) REFERENCES customer(id)
loyalty_membership loyalty_membership_dates_ck CHECK ((ended_on >= started_on))
loyalty_membership loyalty_membership_pk PRIMARY KEY (customer_id)
mailbox mailbox_address_ck CHECK ((address = lower(address)))
mailbox mailbox_address_uq UNIQUE (address)
mailbox mailbox_kind_ck CHECK ((default_kind = ANY (ARRAY['feedback'::text, 'complaint'::text, 'question'::text, 'privacy_request'::text])))
mailbox mailbox_language_ck CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text])))
mailbox mailbox_pk PRIMARY KEY (id)
mailbox mailbox_team_fk FOREIGN KEY (team_id) REFERENCES team(id)
message message_automatic_ck CHECK ((automatic = ANY (ARRAY['none'::text, 'auto_reply'::text, 'out_of_office'::text, 'bulk'::text, 'bounce'::text])))
message message_content_key_uq UNIQUE (content_key)
message message_direction_ck CHECK ((direction = ANY (ARRAY['inbound'::text, 'outbound'::text])))
message message_entry_fk FOREIGN KEY (entry_id, entry_visibility) REFERENCES ticket_entry(id, visibility)
message message_pk PRIMARY KEY (entry_id)
message message_public_ck CHECK ((entry_visibility = 'public'::text))
message message_raw_fk FOREIGN KEY (raw_id) REFERENCES inbound_raw(id)
message message_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket(id)
notice notice_cause_ck CHECK ((cause = ANY (ARRAY['assigned'::text, 'mentioned'::text, 'customer_replied'::text, 'deadline_warn'::text, 'deadline_late'::text, 'deadline_escalated'::text, 'digest'::text])))
notice notice_dedupe_uq UNIQUE (dedupe_key)
notice notice_digest_ck CHECK (((cause <> 'digest'::text) OR (digest_id IS NULL)))
notice notice_digest_fk FOREIGN KEY (digest_id) REFERENCES notice(id) ON DELETE CASCADE
notice notice_pk PRIMARY KEY (id)
notice notice_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member(id)
notice notice_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket(id)
notice_delivery notice_delivery_channel_ck CHECK ((channel = ANY (ARRAY['mail'::text, 'push'::text])))
notice_delivery notice_delivery_notice_fk FOREIGN KEY (notice_id) REFERENCES notice(id) ON DELETE CASCADE
notice_delivery notice_delivery_pk PRIMARY KEY (id)
notice_delivery notice_delivery_state_ck CHECK ((state = ANY (ARRAY['queued'::text, 'claimed'::text, 'sent'::text, 'failed'::text, 'skipped'::text])))
notice_delivery notice_delivery_uq UNIQUE (notice_id, channel)
notice_preference notice_preference_channel_ck CHECK ((channel = ANY (ARRAY['in_app'::text, 'mail'::text, 'push'::text])))
notice_preference notice_preference_pk PRIMARY KEY (staff_id, cause, channel)
notice_preference notice_preference_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member(id)
objection objection_channel_ck CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'phone'::text, 'letter'::text])))
objection objection_customer_fk FOREIGN KEY (customer_id) REFERENCES customer(id)
objection objection_hash_ck CHECK ((octet_length(address_hash) = 32))
objection objection_kind_ck CHECK ((kind = ANY (ARRAY['objected'::text, 'withdrawn'::text])))
objection objection_pk PRIMARY KEY (id)
objection objection_scope_ck CHECK ((scope = ANY (ARRAY['service_quality'::text, 'market_research'::text, 'opinion_research'::text, 'surveys'::text, 'direct_marketing'::text, 'all'::text])))
objection objection_source_ck CHECK ((source = ANY (ARRAY['phone'::text, 'email'::text, 'letter'::text, 'shop'::text, 'web'::text, 'survey_page'::text, 'unsubscribe_link'::text, 'import'::text, 'system'::text])))
objection objection_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member(id)
objection objection_subject_ck CHECK ((num_nonnulls(customer_id, address_hash) = 1))
open_clock_change open_clock_change_calendar_fk FOREIGN KEY (calendar_version_id) REFERENCES business_calendar_version(id)
open_clock_change open_clock_change_done_ck CHECK (((state = 'done'::text) = (done_at IS NOT NULL)))
open_clock_change open_clock_change_kind_ck CHECK ((kind = ANY (ARRAY['retarget'::text, 'recalendar'::text, 'correct'::text])))
open_clock_change open_clock_change_pk PRIMARY KEY (id)
open_clock_change open_clock_change_policy_fk FOREIGN KEY (policy_version_id) REFERENCES deadline_policy_version(id)
open_clock_change open_clock_change_requested_by_fk FOREIGN KEY (requested_by) REFERENCES staff_member(id)
open_clock_change open_clock_change_state_ck CHECK ((state = ANY (ARRAY['pending'::text, 'claimed'::text, 'done'::text])))
open_clock_change open_clock_change_version_ck CHECK ((((kind = 'retarget'::text) = (policy_version_id IS NOT NULL)) AND ((kind = 'retarget'::text) = (calendar_version_id IS NULL))))
outbound_message outbound_message_entry_fk FOREIGN KEY (entry_id) REFERENCES message(entry_id)
outbound_message outbound_message_entry_uq UNIQUE (entry_id)
outbound_message outbound_message_kind_ck CHECK ((kind = ANY (ARRAY['reply'::text, 'acknowledgement'::text])))
outbound_message outbound_message_mailbox_fk FOREIGN KEY (mailbox_id) REFERENCES mailbox(id)
outbound_message outbound_message_pk PRIMARY KEY (id)
outbound_message outbound_message_rfc_uq UNIQUE (rfc_message_id)
outbound_message outbound_message_state_ck CHECK ((state = ANY (ARRAY['queued'::text, 'claimed'::text, 'data_started'::text, 'dot_sent'::text, 'sent'::text, 'failed'::text, 'unknown'::text, 'undone'::text, 'bounced'::text])))
outbound_message outbound_message_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket(id)
outbox_event outbox_event_pk PRIMARY KEY (id)
outbox_event outbox_event_position_uq UNIQUE ("position")
participant participant_added_by_fk FOREIGN KEY (added_by) REFERENCES staff_member(id)
participant participant_address_ck CHECK (((address = lower(address)) AND (address <> ''::text)))
participant participant_pk PRIMARY KEY (ticket_id, address)
participant participant_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket(id)
pet pet_customer_fk FOREIGN KEY (customer_id) REFERENCES customer(id)
pet pet_pk PRIMARY KEY (id)
public_link public_link_pk PRIMARY KEY (token_hash)
public_link public_link_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket(id)
public_link public_link_token_ck CHECK ((length(token_hash) = 32))
push_subscription push_subscription_endpoint_uq UNIQUE (endpoint)
push_subscription push_subscription_pk PRIMARY KEY (id)
push_subscription push_subscription_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member(id)
quiet_hours quiet_hours_minutes_ck CHECK ((((from_minute >= 0) AND (from_minute <= 1439)) AND ((to_minute >= 0) AND (to_minute <= 1439))))
quiet_hours quiet_hours_pk PRIMARY KEY (staff_id)
quiet_hours quiet_hours_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member(id)
receipt receipt_customer_fk FOREIGN KEY (customer_id) REFERENCES customer(id)
receipt receipt_number_uq UNIQUE (source, receipt_number)
receipt receipt_pk PRIMARY KEY (id)
reminder_plan reminder_plan_name_uq UNIQUE (name)
reminder_plan reminder_plan_pk PRIMARY KEY (id)
restriction restriction_customer_fk FOREIGN KEY (customer_id) REFERENCES customer(id)
restriction restriction_ground_ck CHECK ((ground = ANY (ARRAY['accuracy_contested'::text, 'unlawful_processing'::text, 'legal_claims'::text, 'objection_pending'::text])))
restriction restriction_kind_ck CHECK ((kind = ANY (ARRAY['restricted'::text, 'lifted'::text])))
restriction restriction_pk PRIMARY KEY (id)
restriction restriction_source_ck CHECK ((source = ANY (ARRAY['phone'::text, 'email'::text, 'letter'::text, 'shop'::text, 'web'::text, 'survey_page'::text, 'unsubscribe_link'::text, 'import'::text, 'system'::text])))
restriction restriction_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member(id)
restriction restriction_told_ck CHECK ((((kind = 'lifted'::text) = (told_at IS NOT NULL)) AND (told_at <= at)))
role role_pk PRIMARY KEY (id)
schema_migration PK_0edff5015b71cc0389ae0f4b9a1 PRIMARY KEY (id)
session session_pk PRIMARY KEY (id)
session session_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member(id)
session session_token_ck CHECK ((length(token_hash) = 32))
session session_token_uq UNIQUE (token_hash)
setting setting_pk PRIMARY KEY (key)
setup_link setup_link_pk PRIMARY KEY (token_hash)
setup_link setup_link_token_ck CHECK ((length(token_hash) = 32))
staff_member staff_member_deactivated_ck CHECK ((active = (deactivated_at IS NULL)))
staff_member staff_member_email_ck CHECK (((email = lower(email)) AND (email <> ''::text)))
staff_member staff_member_email_uq UNIQUE (email)
staff_member staff_member_locale_ck CHECK ((locale = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text])))
staff_member staff_member_password_ck CHECK ((password_hash <> ''::text))
staff_member staff_member_pk PRIMARY KEY (id)
staff_member staff_member_undo_ck CHECK (((undo_seconds >= 0) AND (undo_seconds <= 30)))
staff_role staff_role_granted_by_fk FOREIGN KEY (granted_by) REFERENCES staff_member(id)
staff_role staff_role_not_self_ck CHECK (((granted_by IS NULL) OR (granted_by <> staff_id)))
staff_role staff_role_pk PRIMARY KEY (staff_id, role_id)
staff_role staff_role_role_fk FOREIGN KEY (role_id) REFERENCES role(id)
staff_role staff_role_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member(id)
survey survey_active_ck CHECK (((state <> 'active'::text) OR (active_version_id IS NOT NULL)))
survey survey_active_version_fk FOREIGN KEY (active_version_id) REFERENCES survey_version(id)
survey survey_anonymous_ck CHECK (((mode = 'identified'::text) OR (trigger = 'campaign'::text)))
survey survey_dates_ck CHECK ((ends_at > starts_at))
survey survey_delay_ck CHECK (((delay_minutes >= 0) AND (delay_minutes <= 20160)))
survey survey_edit_window_ck CHECK (((edit_window_hours >= 0) AND (edit_window_hours <= 336)))
survey survey_expiry_ck CHECK (((expiry_days >= 7) AND (expiry_days <= 60)))
survey survey_interval_ck CHECK (((min_interval_days >= 1) AND (min_interval_days <= 730)))
survey survey_key_uq UNIQUE (key)
survey survey_legal_mode_ck CHECK ((legal_mode = ANY (ARRAY['service'::text, 'strict'::text])))
survey survey_mode_ck CHECK ((mode = ANY (ARRAY['identified'::text, 'anonymous'::text])))
survey survey_pk PRIMARY KEY (id)
survey survey_purpose_ck CHECK ((purpose = ANY (ARRAY['service_quality'::text, 'market_research'::text, 'opinion_research'::text])))
survey survey_reminder_ck CHECK (((reminder_after_days >= 1) AND (reminder_after_days <= 20)))
survey survey_sample_ck CHECK (((sample_bp >= 0) AND (sample_bp <= 10000)))
survey survey_state_ck CHECK ((state = ANY (ARRAY['draft'::text, 'active'::text, 'stopped'::text])))
survey survey_trigger_ck CHECK ((trigger = ANY (ARRAY['ticket_solved'::text, 'campaign'::text])))
survey_anon_answer survey_anon_answer_pk PRIMARY KEY (key)
survey_anon_held survey_anon_held_pk PRIMARY KEY (key)
survey_anon_participation survey_anon_participation_pk PRIMARY KEY (token_hash)
survey_answer survey_answer_comment_ck CHECK ((char_length(comment) <= 1000))
survey_answer survey_answer_invitation_fk FOREIGN KEY (invitation_id) REFERENCES survey_invitation(id)
survey_answer survey_answer_pk PRIMARY KEY (id)
survey_answer survey_answer_rating_ck CHECK (((rating >= 0) AND (rating <= 10)))
survey_answer survey_answer_revision_uq UNIQUE (invitation_id, revision)
survey_answer survey_answer_staff_fk FOREIGN KEY (reviewed_by) REFERENCES staff_member(id)
survey_answer survey_answer_status_ck CHECK ((status = ANY (ARRAY['accepted'::text, 'quarantined'::text, 'rejected'::text, 'superseded'::text])))
survey_answer survey_answer_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket(id)
survey_bounce survey_bounce_class_ck CHECK ((class = ANY (ARRAY['hard'::text, 'soft'::text, 'policy'::text, 'complaint'::text])))
survey_bounce survey_bounce_invitation_fk FOREIGN KEY (invitation_id) REFERENCES survey_invitation(id)
survey_bounce survey_bounce_once_uq UNIQUE (invitation_id, class)
survey_bounce survey_bounce_pk PRIMARY KEY (id)
survey_contact_slot survey_contact_slot_address_ex EXCLUDE USING gist (address_hash WITH =, blocked WITH &&)
survey_contact_slot survey_contact_slot_blocked_ck CHECK (((NOT isempty(blocked)) AND (NOT lower_inf(blocked)) AND (NOT upper_inf(blocked))))
survey_contact_slot survey_contact_slot_customer_fk FOREIGN KEY (customer_id) REFERENCES customer(id)
survey_contact_slot survey_contact_slot_invitation_fk FOREIGN KEY (invitation_id) REFERENCES survey_invitation(id) DEFERRABLE INITIALLY DEFERRED
survey_contact_slot survey_contact_slot_person_ex EXCLUDE USING gist (customer_id WITH =, blocked WITH &&)
survey_contact_slot survey_contact_slot_pk PRIMARY KEY (invitation_id)
survey_contact_slot survey_contact_slot_state_ck CHECK ((state = ANY (ARRAY['reserved'::text, 'used'::text])))
survey_decision survey_decision_invitation_fk FOREIGN KEY (invitation_id) REFERENCES survey_invitation(id)
survey_decision survey_decision_pk PRIMARY KEY (id)
survey_decision survey_decision_reason_ck CHECK ((reason = ANY (ARRAY['eligible'::text, 'survey_inactive'::text, 'no_address'::text, 'restricted'::text, 'objection'::text, 'no_consent'::text, 'suppressed'::text, 'case_excluded'::text, 'reopened'::text, 'already_invited'::text, 'sampled_out'::text, 'throttled'::text, 'unsubscribed'::text, 'by_staff'::text, 'answered'::text, 'too_late'::text, 'merged'::text, 'address_changed'::text])))
survey_decision survey_decision_stage_ck CHECK ((stage = ANY (ARRAY['plan'::text, 'claim'::text, 'send'::text, 'remind'::text, 'other'::text])))
survey_decision survey_decision_survey_fk FOREIGN KEY (survey_id) REFERENCES survey(id)
survey_draft survey_draft_invitation_fk FOREIGN KEY (invitation_id) REFERENCES survey_invitation(id)
survey_draft survey_draft_pk PRIMARY KEY (invitation_id)
survey_followup survey_followup_invitation_fk FOREIGN KEY (invitation_id) REFERENCES survey_invitation(id)
survey_followup survey_followup_kind_ck CHECK ((kind = ANY (ARRAY['contact'::text, 'improvement'::text])))
survey_followup survey_followup_outcome_ck CHECK ((outcome = ANY (ARRAY['fixed'::text, 'explained'::text, 'compensated'::text, 'no_contact'::text, 'unjustified'::text])))
survey_followup survey_followup_pk PRIMARY KEY (id)
survey_followup survey_followup_rule_uq UNIQUE (invitation_id, rule)
survey_followup survey_followup_state_ck CHECK ((state = ANY (ARRAY['waiting'::text, 'open'::text, 'dropped'::text, 'settled'::text])))
survey_followup survey_followup_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket(id)
survey_invitation survey_invitation_customer_fk FOREIGN KEY (customer_id) REFERENCES customer(id)
survey_invitation survey_invitation_language_ck CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text])))
survey_invitation survey_invitation_message_ck CHECK (((state <> ALL (ARRAY['sending'::text, 'sent'::text, 'unknown'::text, 'bounced'::text, 'answered'::text])) OR ((message_id IS NOT NULL) AND (token_hash IS NOT NULL) AND (expires_at IS NOT NULL))))
survey_invitation survey_invitation_message_uq UNIQUE (message_id)
survey_invitation survey_invitation_once_uq UNIQUE NULLS NOT DISTINCT (survey_id, ticket_id, resolution_no, customer_id)
survey_invitation survey_invitation_pk PRIMARY KEY (id)
survey_invitation survey_invitation_reason_ck CHECK (((state <> 'cancelled'::text) OR (reason IS NOT NULL)))
survey_invitation survey_invitation_reminder_ck CHECK ((reminder_state = ANY (ARRAY['planned'::text, 'sending'::text, 'sent'::text, 'unknown'::text, 'failed'::text, 'cancelled'::text])))
survey_invitation survey_invitation_state_ck CHECK ((state = ANY (ARRAY['planned'::text, 'claimed'::text, 'sending'::text, 'sent'::text, 'unknown'::text, 'failed'::text, 'cancelled'::text, 'bounced'::text, 'answered'::text, 'expired'::text, 'voided'::text])))
survey_invitation survey_invitation_survey_fk FOREIGN KEY (survey_id) REFERENCES survey(id)
survey_invitation survey_invitation_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket(id)
survey_invitation survey_invitation_token_uq UNIQUE (token_hash)
survey_invitation survey_invitation_version_fk FOREIGN KEY (version_id) REFERENCES survey_version(id)
survey_provider survey_provider_pk PRIMARY KEY (name)
survey_score_week survey_score_week_pk PRIMARY KEY (survey_id, version_id, week, dimension, value, question)
survey_score_week survey_score_week_survey_fk FOREIGN KEY (survey_id) REFERENCES survey(id)
survey_score_week survey_score_week_version_fk FOREIGN KEY (version_id) REFERENCES survey_version(id)
survey_settling survey_settling_invitation_fk FOREIGN KEY (invitation_id) REFERENCES survey_invitation(id)
survey_settling survey_settling_pk PRIMARY KEY (invitation_id)
survey_version survey_version_number_uq UNIQUE (survey_id, number)
survey_version survey_version_pk PRIMARY KEY (id)
survey_version survey_version_staff_fk FOREIGN KEY (created_by) REFERENCES staff_member(id)
survey_version survey_version_survey_fk FOREIGN KEY (survey_id) REFERENCES survey(id)
team team_name_uq UNIQUE (name)
team team_pk PRIMARY KEY (id)
team_member team_member_pk PRIMARY KEY (team_id, staff_id)
team_member team_member_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member(id)
team_member team_member_team_fk FOREIGN KEY (team_id) REFERENCES team(id)
throttle throttle_pk PRIMARY KEY (key)
ticket ticket_answered_ck CHECK (((status <> ALL (ARRAY['solved'::text, 'closed'::text])) OR has_human_reply OR (COALESCE(no_reply_reason, ''::text) <> ''::text)))
ticket ticket_assignee_fk FOREIGN KEY (assignee_id) REFERENCES staff_member(id)
ticket ticket_channel_ck CHECK ((channel = ANY (ARRAY['email'::text, 'form'::text, 'phone'::text, 'store'::text, 'letter'::text, 'api'::text, 'survey'::text])))
ticket ticket_customer_fk FOREIGN KEY (customer_id) REFERENCES customer(id)
ticket ticket_follow_up_of_fk FOREIGN KEY (follow_up_of) REFERENCES ticket(id)
ticket ticket_kind_ck CHECK ((kind = ANY (ARRAY['feedback'::text, 'complaint'::text, 'question'::text, 'call'::text, 'survey'::text, 'privacy_request'::text])))
ticket ticket_language_ck CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text])))
ticket ticket_number_uq UNIQUE (number)
ticket ticket_pk PRIMARY KEY (id)
ticket ticket_possibly_belongs_to_fk FOREIGN KEY (possibly_belongs_to) REFERENCES ticket(id)
ticket ticket_priority_ck CHECK ((priority = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'urgent'::text])))
ticket ticket_snooze_ck CHECK (((status = 'snoozed'::text) = (snooze_until IS NOT NULL)))
ticket ticket_solved_ck CHECK (((status = ANY (ARRAY['solved'::text, 'closed'::text])) = (solved_at IS NOT NULL)))
ticket ticket_status_ck CHECK ((status = ANY (ARRAY['new'::text, 'open'::text, 'waiting_customer'::text, 'waiting_third_party'::text, 'snoozed'::text, 'solved'::text, 'closed'::text, 'merged'::text, 'spam'::text])))
ticket ticket_team_fk FOREIGN KEY (team_id) REFERENCES team(id)
ticket_entry ticket_entry_about_fk FOREIGN KEY (about_entry_id) REFERENCES ticket_entry(id)
ticket_entry ticket_entry_author_ck CHECK ((author_kind = ANY (ARRAY['customer'::text, 'agent'::text, 'bot'::text, 'rule'::text, 'import'::text])))
ticket_entry ticket_entry_author_fk FOREIGN KEY (author_staff_id) REFERENCES staff_member(id)
ticket_entry ticket_entry_contact_ck CHECK (((NOT is_customer_contact) OR ((author_kind = 'customer'::text) AND (visibility = 'public'::text))))
ticket_entry ticket_entry_human_reply_ck CHECK (((NOT is_human_reply) OR ((author_kind = 'agent'::text) AND (visibility = 'public'::text))))
ticket_entry ticket_entry_kind_ck CHECK ((kind = ANY (ARRAY['customer_message'::text, 'reply'::text, 'note'::text, 'call'::text, 'survey_answer'::text, 'decision'::text, 'system'::text])))
ticket_entry ticket_entry_note_ck CHECK (
CASE kind
    WHEN 'note'::text THEN (visibility = 'internal'::text)
    WHEN 'system'::text THEN (visibility = 'internal'::text)
    WHEN 'reply'::text THEN (visibility = 'public'::text)
    WHEN 'customer_message'::text THEN (visibility = 'public'::text)
    ELSE true
END)
ticket_entry ticket_entry_pk PRIMARY KEY (id)
ticket_entry ticket_entry_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket(id)
ticket_entry ticket_entry_visibility_ck CHECK ((visibility = ANY (ARRAY['public'::text, 'internal'::text])))
ticket_entry ticket_entry_visibility_uq UNIQUE (id, visibility)
ticket_seen ticket_seen_entry_fk FOREIGN KEY (entry_id) REFERENCES ticket_entry(id)
ticket_seen ticket_seen_pk PRIMARY KEY (ticket_id, staff_id)
ticket_seen ticket_seen_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member(id)
ticket_seen ticket_seen_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket(id)

-- indexes
CREATE INDEX access_log_actor_ix ON public.access_log USING btree (actor_id, at)
CREATE INDEX acknowledgement_address_ix ON public.acknowledgement USING btree (address, at)
CREATE INDEX attachment_entry_ix ON public.attachment USING btree (entry_id)
CREATE INDEX attachment_loose_ix ON public.attachment USING btree (created_at) WHERE (entry_id IS NULL)
CREATE INDEX call_customer_ix ON public.call USING btree (customer_id, started_at DESC)
CREATE INDEX consent_event_customer_ix ON public.consent_event USING btree (customer_id, id)
CREATE INDEX contact_point_suffix_ix ON public.contact_point USING btree ("right"(value, 7)) WHERE (kind = 'phone'::text)
CREATE INDEX contact_point_value_trgm_ix ON public.contact_point USING gin (value gin_trgm_ops)
CREATE INDEX contact_suppression_address_ix ON public.contact_suppression USING btree (address_hash, id)
CREATE INDEX customer_change_customer_ix ON public.customer_change USING btree (customer_id, id)
CREATE INDEX customer_contact_point_point_ix ON public.customer_contact_point USING btree (contact_point_id)
CREATE INDEX customer_name_trgm_ix ON public.customer USING gin ((((COALESCE(first_name, ''::text) || ' '::text) || COALESCE(last_name, ''::text))) gin_trgm_ops)
CREATE INDEX deadline_due_day_ix ON public.deadline USING btree (metric, due_day)
CREATE INDEX deadline_reminder_due_ix ON public.deadline_reminder USING btree (fire_at) WHERE (state = 'scheduled'::text)
CREATE INDEX deadline_reminder_lease_ix ON public.deadline_reminder USING btree (lease_until) WHERE (state = 'claimed'::text)
CREATE INDEX deadline_start_day_ix ON public.deadline USING btree (metric, start_day)
CREATE INDEX deadline_stop_day_ix ON public.deadline USING btree (metric, stop_day)
CREATE INDEX draft_staff_ix ON public.draft USING btree (staff_id, saved_at DESC)
CREATE INDEX idempotency_key_at_ix ON public.idempotency_key USING btree (at)
CREATE INDEX inbound_raw_due_ix ON public.inbound_raw USING btree (next_try_at) WHERE (state = 'received'::text)
CREATE INDEX inbound_raw_quarantined_ix ON public.inbound_raw USING btree (received_at DESC, id DESC) WHERE (state = 'quarantined'::text)
CREATE INDEX kept_job_lease_ix ON public.kept_job USING btree (lease_until)
CREATE INDEX message_rfc_message_id_ix ON public.message USING btree (rfc_message_id) WHERE (rfc_message_id IS NOT NULL)
CREATE INDEX message_ticket_ix ON public.message USING btree (ticket_id)
CREATE INDEX notice_delivery_due_ix ON public.notice_delivery USING btree (COALESCE(next_try_at, release_at), id) WHERE (state = 'queued'::text)
CREATE INDEX notice_delivery_lease_ix ON public.notice_delivery USING btree (lease_until) WHERE (state = 'claimed'::text)
CREATE INDEX notice_digest_ix ON public.notice USING btree (digest_id) WHERE (digest_id IS NOT NULL)
CREATE INDEX notice_list_ix ON public.notice USING btree (staff_id, id DESC)
CREATE INDEX notice_read_ix ON public.notice USING btree (read_at) WHERE (read_at IS NOT NULL)
CREATE INDEX notice_ticket_ix ON public.notice USING btree (ticket_id) WHERE (read_at IS NULL)
CREATE INDEX notice_unread_ix ON public.notice USING btree (staff_id, id DESC) WHERE ((read_at IS NULL) AND in_app AND (digest_id IS NULL))
CREATE INDEX objection_address_ix ON public.objection USING btree (address_hash, id) WHERE (address_hash IS NOT NULL)
CREATE INDEX objection_customer_ix ON public.objection USING btree (customer_id, id) WHERE (customer_id IS NOT NULL)
CREATE INDEX open_clock_change_todo_ix ON public.open_clock_change USING btree (created_at) WHERE (state <> 'done'::text)
CREATE INDEX outbound_message_due_ix ON public.outbound_message USING btree (COALESCE(next_try_at, release_at), id) WHERE (state = 'queued'::text)
CREATE INDEX outbound_message_lease_ix ON public.outbound_message USING btree (lease_until) WHERE (state = ANY (ARRAY['claimed'::text, 'data_started'::text, 'dot_sent'::text]))
CREATE INDEX outbound_message_unknown_ix ON public.outbound_message USING btree (next_try_at) WHERE (state = 'unknown'::text)
CREATE INDEX outbox_event_unrelayed_ix ON public.outbox_event USING btree ("position") WHERE (relayed_at IS NULL)
CREATE INDEX outbox_event_unsequenced_ix ON public.outbox_event USING btree (id) WHERE ("position" IS NULL)
CREATE INDEX participant_address_ix ON public.participant USING btree (address)
CREATE INDEX pet_customer_ix ON public.pet USING btree (customer_id)
CREATE INDEX public_link_ticket_ix ON public.public_link USING btree (ticket_id)
CREATE INDEX push_subscription_staff_ix ON public.push_subscription USING btree (staff_id)
CREATE INDEX receipt_customer_ix ON public.receipt USING btree (customer_id, bought_on DESC)
CREATE INDEX receipt_number_ix ON public.receipt USING btree (receipt_number)
CREATE INDEX receipt_order_ix ON public.receipt USING btree (order_number) WHERE (order_number IS NOT NULL)
CREATE INDEX restriction_customer_ix ON public.restriction USING btree (customer_id, id)
CREATE INDEX session_staff_ix ON public.session USING btree (staff_id)
CREATE INDEX survey_answer_status_ix ON public.survey_answer USING btree (submitted_at, id) WHERE (status = 'quarantined'::text)
CREATE INDEX survey_answer_submitted_ix ON public.survey_answer USING btree (submitted_at)
CREATE INDEX survey_answer_ticket_ix ON public.survey_answer USING btree (ticket_id) WHERE (ticket_id IS NOT NULL)
CREATE INDEX survey_bounce_address_ix ON public.survey_bounce USING btree (address_hash, at)
CREATE INDEX survey_contact_slot_address_ex ON public.survey_contact_slot USING gist (address_hash, blocked)
CREATE INDEX survey_contact_slot_person_ex ON public.survey_contact_slot USING gist (customer_id, blocked)
CREATE INDEX survey_decision_invitation_ix ON public.survey_decision USING btree (invitation_id) WHERE (invitation_id IS NOT NULL)
CREATE INDEX survey_decision_survey_ix ON public.survey_decision USING btree (survey_id, at)
CREATE INDEX survey_draft_updated_ix ON public.survey_draft USING btree (updated_at)
CREATE INDEX survey_followup_due_ix ON public.survey_followup USING btree (release_at, id) WHERE (state = 'waiting'::text)
CREATE INDEX survey_invitation_customer_ix ON public.survey_invitation USING btree (customer_id, planned_at)
CREATE INDEX survey_invitation_due_ix ON public.survey_invitation USING btree (COALESCE(next_try_at, planned_at), id) WHERE (state = 'planned'::text)
CREATE INDEX survey_invitation_expiry_ix ON public.survey_invitation USING btree (expires_at) WHERE (state = 'sent'::text)
CREATE INDEX survey_invitation_lease_ix ON public.survey_invitation USING btree (lease_until) WHERE (state = ANY (ARRAY['claimed'::text, 'sending'::text]))
CREATE INDEX survey_invitation_reminder_ix ON public.survey_invitation USING btree (reminder_at) WHERE (reminder_state = 'planned'::text)
CREATE INDEX survey_invitation_reminder_lease_ix ON public.survey_invitation USING btree (lease_until) WHERE (reminder_state = 'sending'::text)
CREATE INDEX survey_invitation_survey_ix ON public.survey_invitation USING btree (survey_id, dispatched_at)
CREATE INDEX survey_invitation_ticket_ix ON public.survey_invitation USING btree (ticket_id) WHERE (ticket_id IS NOT NULL)
CREATE INDEX survey_invitation_unknown_ix ON public.survey_invitation USING btree (next_try_at) WHERE (state = 'unknown'::text)
CREATE INDEX survey_settling_due_ix ON public.survey_settling USING btree (release_at, invitation_id) WHERE (settled_at IS NULL)
CREATE INDEX team_member_staff_ix ON public.team_member USING btree (staff_id)
CREATE INDEX ticket_assignee_ix ON public.ticket USING btree (assignee_id, created_at DESC, id DESC) WHERE (assignee_id IS NOT NULL)
CREATE INDEX ticket_assignee_open_ix ON public.ticket USING btree (assignee_id, next_due_at, id) WHERE (status = ANY (ARRAY['new'::text, 'open'::text, 'waiting_customer'::text, 'waiting_third_party'::text, 'snoozed'::text]))
CREATE INDEX ticket_complaint_ix ON public.ticket USING btree (next_due_at, id) WHERE ((kind = 'complaint'::text) AND (status = ANY (ARRAY['new'::text, 'open'::text, 'waiting_customer'::text, 'waiting_third_party'::text, 'snoozed'::text])))
CREATE INDEX ticket_count_ix ON public.ticket USING btree (team_id) INCLUDE (assignee_id, status, kind, next_due_at) WHERE (status = ANY (ARRAY['new'::text, 'open'::text, 'waiting_customer'::text, 'waiting_third_party'::text, 'snoozed'::text]))
CREATE INDEX ticket_customer_ix ON public.ticket USING btree (customer_id, created_at DESC, id DESC)
CREATE INDEX ticket_entry_about_ix ON public.ticket_entry USING btree (about_entry_id) WHERE (about_entry_id IS NOT NULL)
CREATE INDEX ticket_entry_ticket_ix ON public.ticket_entry USING btree (ticket_id, id)
CREATE INDEX ticket_order_ix ON public.ticket USING btree (order_number) WHERE (order_number IS NOT NULL)
CREATE INDEX ticket_queue_all_ix ON public.ticket USING btree (next_due_at, id) WHERE (status = ANY (ARRAY['new'::text, 'open'::text, 'waiting_customer'::text, 'waiting_third_party'::text, 'snoozed'::text]))
CREATE INDEX ticket_queue_ix ON public.ticket USING btree (team_id, next_due_at, id) WHERE (status = ANY (ARRAY['new'::text, 'open'::text, 'waiting_customer'::text, 'waiting_third_party'::text, 'snoozed'::text]))
CREATE INDEX ticket_snooze_ix ON public.ticket USING btree (snooze_until) WHERE (status = 'snoozed'::text)
CREATE INDEX ticket_solved_ix ON public.ticket USING btree (solved_at) WHERE (status = 'solved'::text)
CREATE INDEX ticket_subject_trgm_ix ON public.ticket USING gin (subject gin_trgm_ops)
CREATE INDEX ticket_team_ix ON public.ticket USING btree (team_id, created_at DESC, id DESC)
CREATE UNIQUE INDEX "PK_0edff5015b71cc0389ae0f4b9a1" ON public.schema_migration USING btree (id)
CREATE UNIQUE INDEX access_log_pk ON public.access_log USING btree (id)
CREATE UNIQUE INDEX acknowledgement_pk ON public.acknowledgement USING btree (ticket_id)
CREATE UNIQUE INDEX attachment_pk ON public.attachment USING btree (id)
CREATE UNIQUE INDEX attachment_stored_as_uq ON public.attachment USING btree (stored_as)
CREATE UNIQUE INDEX business_calendar_default_uq ON public.business_calendar USING btree (is_default) WHERE is_default
CREATE UNIQUE INDEX business_calendar_name_uq ON public.business_calendar USING btree (name)
CREATE UNIQUE INDEX business_calendar_pk ON public.business_calendar USING btree (id)
CREATE UNIQUE INDEX business_calendar_version_pk ON public.business_calendar_version USING btree (id)
CREATE UNIQUE INDEX business_calendar_version_uq ON public.business_calendar_version USING btree (calendar_id, version)
CREATE UNIQUE INDEX calendar_day_proposal_day_uq ON public.calendar_day_proposal USING btree (calendar_id, date, source)
CREATE UNIQUE INDEX calendar_day_proposal_pk ON public.calendar_day_proposal USING btree (id)
CREATE UNIQUE INDEX call_entry_uq ON public.call USING btree (entry_id)
CREATE UNIQUE INDEX call_pk ON public.call USING btree (id)
CREATE UNIQUE INDEX consent_event_pk ON public.consent_event USING btree (id)
CREATE UNIQUE INDEX contact_point_pk ON public.contact_point USING btree (id)
CREATE UNIQUE INDEX contact_point_value_uq ON public.contact_point USING btree (kind, value)
CREATE UNIQUE INDEX contact_suppression_pk ON public.contact_suppression USING btree (id)
CREATE UNIQUE INDEX customer_change_pk ON public.customer_change USING btree (id)
CREATE UNIQUE INDEX customer_contact_point_pk ON public.customer_contact_point USING btree (customer_id, contact_point_id)
CREATE UNIQUE INDEX customer_log_key_uq ON public.customer USING btree (log_key)
CREATE UNIQUE INDEX customer_number_uq ON public.customer USING btree (customer_number)
CREATE UNIQUE INDEX customer_pk ON public.customer USING btree (id)
CREATE UNIQUE INDEX deadline_cycle_uq ON public.deadline USING btree (subject_id, metric, cycle_no)
CREATE UNIQUE INDEX deadline_event_pk ON public.deadline_event USING btree (deadline_id, seq)
CREATE UNIQUE INDEX deadline_one_open_uq ON public.deadline USING btree (subject_id, metric) WHERE (state = ANY (ARRAY['running'::text, 'paused'::text, 'suspended'::text, 'error'::text]))
CREATE UNIQUE INDEX deadline_pk ON public.deadline USING btree (id)
CREATE UNIQUE INDEX deadline_policy_name_uq ON public.deadline_policy USING btree (name)
CREATE UNIQUE INDEX deadline_policy_pk ON public.deadline_policy USING btree (id)
CREATE UNIQUE INDEX deadline_policy_version_pk ON public.deadline_policy_version USING btree (id)
CREATE UNIQUE INDEX deadline_policy_version_uq ON public.deadline_policy_version USING btree (policy_id, version)
CREATE UNIQUE INDEX deadline_reminder_pk ON public.deadline_reminder USING btree (id)
CREATE UNIQUE INDEX deadline_reminder_step_uq ON public.deadline_reminder USING btree (deadline_id, generation, step)
CREATE UNIQUE INDEX draft_pk ON public.draft USING btree (ticket_id, staff_id, mode)
CREATE UNIQUE INDEX form_submission_pk ON public.form_submission USING btree (nonce_hash)
CREATE UNIQUE INDEX idempotency_key_pk ON public.idempotency_key USING btree (actor, operation, key)
CREATE UNIQUE INDEX inbound_raw_pk ON public.inbound_raw USING btree (id)
CREATE UNIQUE INDEX kept_job_pk ON public.kept_job USING btree (event_id, job)
CREATE UNIQUE INDEX loyalty_membership_pk ON public.loyalty_membership USING btree (customer_id)
CREATE UNIQUE INDEX mailbox_address_uq ON public.mailbox USING btree (address)
CREATE UNIQUE INDEX mailbox_pk ON public.mailbox USING btree (id)
CREATE UNIQUE INDEX message_content_key_uq ON public.message USING btree (content_key)
CREATE UNIQUE INDEX message_pk ON public.message USING btree (entry_id)
CREATE UNIQUE INDEX notice_dedupe_uq ON public.notice USING btree (dedupe_key)
CREATE UNIQUE INDEX notice_delivery_pk ON public.notice_delivery USING btree (id)
CREATE UNIQUE INDEX notice_delivery_uq ON public.notice_delivery USING btree (notice_id, channel)
CREATE UNIQUE INDEX notice_pk ON public.notice USING btree (id)
CREATE UNIQUE INDEX notice_preference_pk ON public.notice_preference USING btree (staff_id, cause, channel)
CREATE UNIQUE INDEX objection_pk ON public.objection USING btree (id)
CREATE UNIQUE INDEX open_clock_change_pk ON public.open_clock_change USING btree (id)
CREATE UNIQUE INDEX outbound_message_entry_uq ON public.outbound_message USING btree (entry_id)
CREATE UNIQUE INDEX outbound_message_pk ON public.outbound_message USING btree (id)
CREATE UNIQUE INDEX outbound_message_rfc_uq ON public.outbound_message USING btree (rfc_message_id)
CREATE UNIQUE INDEX outbox_event_pk ON public.outbox_event USING btree (id)
CREATE UNIQUE INDEX outbox_event_position_uq ON public.outbox_event USING btree ("position")
CREATE UNIQUE INDEX participant_pk ON public.participant USING btree (ticket_id, address)
CREATE UNIQUE INDEX pet_pk ON public.pet USING btree (id)
CREATE UNIQUE INDEX public_link_pk ON public.public_link USING btree (token_hash)
CREATE UNIQUE INDEX push_subscription_endpoint_uq ON public.push_subscription USING btree (endpoint)
CREATE UNIQUE INDEX push_subscription_pk ON public.push_subscription USING btree (id)
CREATE UNIQUE INDEX quiet_hours_pk ON public.quiet_hours USING btree (staff_id)
CREATE UNIQUE INDEX receipt_number_uq ON public.receipt USING btree (source, receipt_number)
CREATE UNIQUE INDEX receipt_pk ON public.receipt USING btree (id)
CREATE UNIQUE INDEX reminder_plan_name_uq ON public.reminder_plan USING btree (name)
CREATE UNIQUE INDEX reminder_plan_pk ON public.reminder_plan USING btree (id)
CREATE UNIQUE INDEX restriction_pk ON public.restriction USING btree (id)
CREATE UNIQUE INDEX role_pk ON public.role USING btree (id)
CREATE UNIQUE INDEX session_pk ON public.session USING btree (id)
CREATE UNIQUE INDEX session_token_uq ON public.session USING btree (token_hash)
CREATE UNIQUE INDEX setting_pk ON public.setting USING btree (key)
CREATE UNIQUE INDEX setup_link_pk ON public.setup_link USING btree (token_hash)
CREATE UNIQUE INDEX staff_member_email_uq ON public.staff_member USING btree (email)
CREATE UNIQUE INDEX staff_member_pk ON public.staff_member USING btree (id)
CREATE UNIQUE INDEX staff_role_pk ON public.staff_role USING btree (staff_id, role_id)
CREATE UNIQUE INDEX survey_anon_answer_pk ON survey_anonymous.survey_anon_answer USING btree (key)
CREATE UNIQUE INDEX survey_anon_held_pk ON survey_anonymous.survey_anon_held USING btree (key)
CREATE UNIQUE INDEX survey_anon_participation_pk ON survey_anonymous.survey_anon_participation USING btree (token_hash)
CREATE UNIQUE INDEX survey_answer_pk ON public.survey_answer USING btree (id)
CREATE UNIQUE INDEX survey_answer_revision_uq ON public.survey_answer USING btree (invitation_id, revision)
CREATE UNIQUE INDEX survey_bounce_once_uq ON public.survey_bounce USING btree (invitation_id, class)
CREATE UNIQUE INDEX survey_bounce_pk ON public.survey_bounce USING btree (id)
CREATE UNIQUE INDEX survey_contact_slot_pk ON public.survey_contact_slot USING btree (invitation_id)
CREATE UNIQUE INDEX survey_decision_pk ON public.survey_decision USING btree (id)
CREATE UNIQUE INDEX survey_decision_plan_uq ON public.survey_decision USING btree (survey_id, ticket_id, resolution_no) WHERE ((stage = 'plan'::text) AND (ticket_id IS NOT NULL))
CREATE UNIQUE INDEX survey_draft_pk ON public.survey_draft USING btree (invitation_id)
CREATE UNIQUE INDEX survey_followup_pk ON public.survey_followup USING btree (id)
CREATE UNIQUE INDEX survey_followup_rule_uq ON public.survey_followup USING btree (invitation_id, rule)
CREATE UNIQUE INDEX survey_invitation_message_uq ON public.survey_invitation USING btree (message_id)
CREATE UNIQUE INDEX survey_invitation_once_uq ON public.survey_invitation USING btree (survey_id, ticket_id, resolution_no, customer_id) NULLS NOT DISTINCT
CREATE UNIQUE INDEX survey_invitation_pk ON public.survey_invitation USING btree (id)
CREATE UNIQUE INDEX survey_invitation_token_uq ON public.survey_invitation USING btree (token_hash)
CREATE UNIQUE INDEX survey_key_uq ON public.survey USING btree (key)
CREATE UNIQUE INDEX survey_pk ON public.survey USING btree (id)
CREATE UNIQUE INDEX survey_provider_pk ON public.survey_provider USING btree (name)
CREATE UNIQUE INDEX survey_score_week_pk ON public.survey_score_week USING btree (survey_id, version_id, week, dimension, value, question)
CREATE UNIQUE INDEX survey_settling_pk ON public.survey_settling USING btree (invitation_id)
CREATE UNIQUE INDEX survey_version_number_uq ON public.survey_version USING btree (survey_id, number)
CREATE UNIQUE INDEX survey_version_pk ON public.survey_version USING btree (id)
CREATE UNIQUE INDEX team_member_pk ON public.team_member USING btree (team_id, staff_id)
CREATE UNIQUE INDEX team_name_uq ON public.team USING btree (name)
CREATE UNIQUE INDEX team_pk ON public.team USING btree (id)
CREATE UNIQUE INDEX throttle_pk ON public.throttle USING btree (key)
CREATE UNIQUE INDEX ticket_entry_pk ON public.ticket_entry USING btree (id)
CREATE UNIQUE INDEX ticket_entry_visibility_uq ON public.ticket_entry USING btree (id, visibility)
CREATE UNIQUE INDEX ticket_number_uq ON public.ticket USING btree (number)
CREATE UNIQUE INDEX ticket_pk ON public.ticket USING btree (id)
CREATE UNIQUE INDEX ticket_seen_pk ON public.ticket_seen USING btree (ticket_id, staff_id)

-- functions
survey_version_stands() 10d2c0e136283c3964432833eedb1644

-- triggers
CREATE TRIGGER survey_version_stands BEFORE DELETE OR UPDATE ON public.survey_version FOR EACH ROW EXECUTE FUNCTION survey_version_stands()

-- owners
sequence access_log_id_seq owner kaiku_owner
sequence consent_event_id_seq owner kaiku_owner
sequence contact_suppression_id_seq owner kaiku_owner
sequence objection_id_seq owner kaiku_owner
sequence outbox_event_id_seq owner kaiku_owner
sequence outbox_position_seq owner kaiku_owner
sequence restriction_id_seq owner kaiku_owner
sequence schema_migration_id_seq owner kaiku_owner
sequence ticket_number_seq owner kaiku_owner
table access_log owner kaiku_owner
table acknowledgement owner kaiku_owner
table attachment owner kaiku_owner
table business_calendar owner kaiku_owner
table business_calendar_version owner kaiku_owner
table calendar_day_proposal owner kaiku_owner
table call owner kaiku_owner
table consent_event owner kaiku_owner
table contact_point owner kaiku_owner
table contact_suppression owner kaiku_owner
table customer owner kaiku_owner
table customer_change owner kaiku_owner
table customer_contact_point owner kaiku_owner
table deadline owner kaiku_owner
table deadline_event owner kaiku_owner
table deadline_policy owner kaiku_owner
table deadline_policy_version owner kaiku_owner
table deadline_reminder owner kaiku_owner
table draft owner kaiku_owner
table form_submission owner kaiku_owner
table idempotency_key owner kaiku_owner
table inbound_raw owner kaiku_owner
table kept_job owner kaiku_owner
table loyalty_membership owner kaiku_owner
table mailbox owner kaiku_owner
table message owner kaiku_owner
table notice owner kaiku_owner
table notice_delivery owner kaiku_owner
table notice_preference owner kaiku_owner
table objection owner kaiku_owner
table open_clock_change owner kaiku_owner
table outbound_message owner kaiku_owner
table outbox_event owner kaiku_owner
table participant owner kaiku_owner
table pet owner kaiku_owner
table public_link owner kaiku_owner
table push_subscription owner kaiku_owner
table quiet_hours owner kaiku_owner
table receipt owner kaiku_owner
table reminder_plan owner kaiku_owner
table restriction owner kaiku_owner
table role owner kaiku_owner
table schema_migration owner kaiku_owner
table session owner kaiku_owner
table setting owner kaiku_owner
table setup_link owner kaiku_owner
table staff_member owner kaiku_owner
table staff_role owner kaiku_owner
table survey owner kaiku_owner
table survey_anon_answer owner kaiku_owner
table survey_anon_held owner kaiku_owner
table survey_anon_participation owner kaiku_owner
table survey_answer owner kaiku_owner
table survey_bounce owner kaiku_owner
table survey_contact_slot owner kaiku_owner
table survey_decision owner kaiku_owner
table survey_draft owner kaiku_owner
table survey_followup owner kaiku_owner
table survey_invitation owner kaiku_owner
table survey_provider owner kaiku_owner
table survey_score_week owner kaiku_owner
table survey_settling owner kaiku_owner
table survey_version owner kaiku_owner
table team owner kaiku_owner
table team_member owner kaiku_owner
table throttle owner kaiku_owner
table ticket owner kaiku_owner
table ticket_entry owner kaiku_owner
table ticket_seen owner kaiku_owner

-- grants
access_log: insert, select to kaiku_app
acknowledgement: insert, select to kaiku_app
attachment: delete, insert, select, update to kaiku_app
attachment: select to kaiku_reader
business_calendar: insert, select, update to kaiku_app
business_calendar_version: insert, select to kaiku_app
calendar_day_proposal: insert, select, update to kaiku_app
call: insert, select, update to kaiku_app
consent_event: insert, select to kaiku_app
contact_point: insert, select, update to kaiku_app
contact_suppression: insert, select to kaiku_app
customer: insert, select, update to kaiku_app
customer_change: insert, select to kaiku_app
customer_contact_point: delete, insert, select, update to kaiku_app
deadline: insert, select, update to kaiku_app
deadline_event: insert, select to kaiku_app
deadline_policy: insert, select, update to kaiku_app
deadline_policy_version: insert, select to kaiku_app
deadline_reminder: insert, select, update to kaiku_app
draft: delete, insert, select, update to kaiku_app
form_submission: insert, select, update to kaiku_app
idempotency_key: delete, insert, select, update to kaiku_app
inbound_raw: insert, select, update to kaiku_app
kept_job: delete, insert, select, update to kaiku_app
loyalty_membership: insert, select, update to kaiku_app
mailbox: insert, select, update to kaiku_app
mailbox: select to kaiku_reader
message: insert, select, update to kaiku_app
message: select to kaiku_reader
notice: delete, insert, select, update to kaiku_app
notice_delivery: delete, insert, select, update to kaiku_app
notice_preference: delete, insert, select, update to kaiku_app
objection: insert, select to kaiku_app
open_clock_change: insert, select, update to kaiku_app
outbound_message: insert, select, update to kaiku_app
outbox_event: delete, insert, select, update to kaiku_app
outbox_position_seq: usage to kaiku_app
participant: delete, insert, select, update to kaiku_app
pet: insert, select, update to kaiku_app
public_link: delete, insert, select, update to kaiku_app
public_link: select to kaiku_reader
push_subscription: delete, insert, select, update to kaiku_app
quiet_hours: delete, insert, select, update to kaiku_app
receipt: insert, select, update to kaiku_app
reminder_plan: insert, select, update to kaiku_app
restriction: insert, select to kaiku_app
role: insert, select, update to kaiku_app
schema_migration: select to kaiku_app
session: delete, insert, select, update to kaiku_app
setting: delete, insert, select, update to kaiku_app
setting: select to kaiku_reader
setup_link: insert, select, update to kaiku_app
staff_member: insert, select, update to kaiku_app
staff_role: delete, insert, select, update to kaiku_app
survey: insert, select, update to kaiku_app
survey: select to kaiku_reader
survey_anon_answer: insert, select to kaiku_app
survey_anon_held: delete, insert, select to kaiku_app
survey_anon_participation: insert, select, update to kaiku_app
survey_anon_participation: select to kaiku_reader
survey_answer: insert, select, update to kaiku_app
survey_answer: select to kaiku_reader
survey_bounce: insert, select to kaiku_app
survey_contact_slot: delete, insert, select, update to kaiku_app
survey_decision: insert, select to kaiku_app
survey_draft: delete, insert, select, update to kaiku_app
survey_draft: select to kaiku_reader
survey_followup: insert, select, update to kaiku_app
survey_invitation: insert, select, update to kaiku_app
survey_provider: insert, select, update to kaiku_app
survey_score_week: delete, insert, select, update to kaiku_app
survey_settling: insert, select, update to kaiku_app
survey_version: insert, select to kaiku_app
survey_version: select to kaiku_reader
team: insert, select, update to kaiku_app
team: select to kaiku_reader
team_member: delete, insert, select, update to kaiku_app
throttle: delete, insert, select, update to kaiku_app
ticket: insert, select, update to kaiku_app
ticket: select to kaiku_reader
ticket_entry: insert, select to kaiku_app
ticket_entry: select to kaiku_reader
ticket_number_seq: usage to kaiku_app
ticket_seen: insert, select, update to kaiku_app
