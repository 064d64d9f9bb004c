import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Money received, or to be given back. */
export class Payment extends Model<InferAttributes<Payment>, InferCreationAttributes<Payment>> {
  declare id: CreationOptional<string>;
  declare dossierId: string;
  declare amountDong: number;
  declare method: 'cash' | 'transfer' | 'gateway' | 'cash-on-delivery';
  declare reference: string | null;
  declare receiptNumber: string | null;
  declare state: 'waiting' | 'settled' | 'refund-due' | 'not-refundable' | 'refunded' | 'failed';
  declare paidAt: Date;
  declare recordedBy: string;
  declare recordedAt: Date;

  static define(sequelize: Sequelize): void {
    Payment.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        dossierId: { type: DataTypes.UUID, allowNull: false },
        amountDong: { type: DataTypes.BIGINT, allowNull: false },
        method: { type: DataTypes.TEXT, allowNull: false },
        reference: DataTypes.TEXT,
        receiptNumber: DataTypes.TEXT,
        state: { type: DataTypes.TEXT, allowNull: false },
        paidAt: { type: DataTypes.DATE, allowNull: false },
        recordedBy: { type: DataTypes.TEXT, allowNull: false },
        recordedAt: { type: DataTypes.DATE, allowNull: false },
      },
      { sequelize, tableName: 'payments', underscored: true, timestamps: false },
    );
  }
}

export type PaymentRow = Attributes<Payment>;
