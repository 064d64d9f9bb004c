import { DataTypes, Model, type Attributes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** How much of a payment went to which fee. */
export class PaymentLine extends Model<InferAttributes<PaymentLine>, InferCreationAttributes<PaymentLine>> {
  declare paymentId: string;
  declare feeLineId: string;
  declare amountDong: number;

  static define(sequelize: Sequelize): void {
    PaymentLine.init(
      {
        paymentId: { type: DataTypes.UUID, primaryKey: true },
        feeLineId: { type: DataTypes.UUID, primaryKey: true },
        amountDong: { type: DataTypes.BIGINT, allowNull: false },
      },
      { sequelize, tableName: 'payment_lines', underscored: true, timestamps: false },
    );
  }
}

export type PaymentLineRow = Attributes<PaymentLine>;
