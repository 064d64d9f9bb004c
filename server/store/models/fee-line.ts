import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** One fee of a dossier as the published version words it, and whether it is settled. */
export class FeeLine extends Model<InferAttributes<FeeLine>, InferCreationAttributes<FeeLine>> {
  declare id: CreationOptional<string>;
  declare dossierId: string;
  declare key: string;
  declare kind: 'phi' | 'le-phi' | 'copy' | 'postage';
  declare name: string;
  declare wording: string;
  /** null: by a decision of the council that is not entered yet */
  declare amountDong: number | null;
  declare dueWhen: 'filing' | 'acceptance' | 'return';
  declare isRefundable: boolean;
  declare refundClause: string | null;
  declare account: string | null;
  declare exemptGround: string | null;
  declare exemptedBy: string | null;
  declare state: 'not-due' | 'due' | 'waiting' | 'settled' | 'exempt' | 'cancelled';
  declare createdAt: Date;

  static define(sequelize: Sequelize): void {
    FeeLine.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        dossierId: { type: DataTypes.UUID, allowNull: false },
        key: { type: DataTypes.TEXT, allowNull: false },
        kind: { type: DataTypes.TEXT, allowNull: false },
        name: { type: DataTypes.TEXT, allowNull: false },
        wording: { type: DataTypes.TEXT, allowNull: false },
        amountDong: DataTypes.BIGINT,
        dueWhen: { type: DataTypes.TEXT, allowNull: false },
        isRefundable: { type: DataTypes.BOOLEAN, allowNull: false },
        refundClause: DataTypes.TEXT,
        account: DataTypes.TEXT,
        exemptGround: DataTypes.TEXT,
        exemptedBy: DataTypes.UUID,
        state: { type: DataTypes.TEXT, allowNull: false },
        createdAt: { type: DataTypes.DATE, allowNull: false },
      },
      { sequelize, tableName: 'fee_lines', underscored: true, timestamps: false },
    );
  }
}

export type FeeLineRow = Attributes<FeeLine>;
