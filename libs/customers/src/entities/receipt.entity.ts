import { NotPersonal, Personal } from '@kaiku/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ReceiptLine } from '../customer.views';
import { PURCHASE } from '../personal';

/** A purchase as the till or web shop told it; imported and read-only. */
@Entity('receipt')
@Unique('receipt_number_uq', ['source', 'receiptNumber'])
@Index('receipt_number_ix', ['receiptNumber'])
@Index('receipt_order_ix', ['orderNumber'], { where: 'order_number IS NOT NULL' })
@Index('receipt_customer_ix', { synchronize: false })
export class ReceiptEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'receipt_pk' })
  id: string;
  @NotPersonal() @Column('uuid', { name: 'customer_id' }) @ForeignKey('CustomerEntity', { name: 'receipt_customer_fk' })
  customerId: string;
  @Personal(PURCHASE) @Column('text', { name: 'receipt_number' })
  receiptNumber: string;
  @Personal(PURCHASE) @Column('text', { name: 'order_number', nullable: true })
  orderNumber: string | null;
  @Personal(PURCHASE) @Column('date', { name: 'bought_on' })
  boughtOn: string;
  @Personal(PURCHASE) @Column('text')
  shop: string;
  @Personal(PURCHASE) @Column('integer', { name: 'total_cents', nullable: true })
  totalCents: number | null;
  @Personal(PURCHASE) @Column('jsonb', { default: [] })
  lines: ReceiptLine[];
  @NotPersonal('system it was imported from') @Column('text')
  source: string;
  @NotPersonal() @Column('timestamptz', { name: 'imported_at' })
  importedAt: Date;
}
