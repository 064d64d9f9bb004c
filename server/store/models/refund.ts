import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Money that went back to the payer, of one payment. */
export class Refund extends Model<InferAttributes<Refund>, InferCreationAttributes<Refund>> {
  declare id: CreationOptional<string>;
  declare paymentId: string;
  declare amountDong: number;
  declare method: 'cash' | 'transfer';
  declare reference: string | null;
  declare receiver: string;
  declare reason: string;
  declare refundedBy: string;
  declare refundedAt: Date;

  static define(sequelize: Sequelize): void {
    Refund.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        paymentId: { type: DataTypes.UUID, allowNull: false },
        amountDong: { type: DataTypes.BIGINT, allowNull: false },
        method: { type: DataTypes.TEXT, allowNull: false },
        reference: DataTypes.TEXT,
        receiver: { type: DataTypes.TEXT, allowNull: false },
        reason: { type: DataTypes.TEXT, allowNull: false },
        refundedBy: { type: DataTypes.UUID, allowNull: false },
        refundedAt: { type: DataTypes.DATE, allowNull: false },
      },
      { sequelize, tableName: 'refunds', underscored: true, timestamps: false },
    );
  }
}

export type RefundRow = Attributes<Refund>;
