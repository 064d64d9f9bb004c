import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** A wish to withdraw, and the consent or refusal of the approving official. */
export class Withdrawal extends Model<InferAttributes<Withdrawal>, InferCreationAttributes<Withdrawal>> {
  declare id: CreationOptional<string>;
  declare dossierId: string;
  declare reason: string;
  declare askedBy: string;
  declare askedAt: Date;
  declare state: 'asked' | 'consented' | 'refused';
  declare decidedBy: string | null;
  declare decidedAt: Date | null;
  declare decisionNote: string | null;

  static define(sequelize: Sequelize): void {
    Withdrawal.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        dossierId: { type: DataTypes.UUID, allowNull: false },
        reason: { type: DataTypes.TEXT, allowNull: false },
        askedBy: { type: DataTypes.TEXT, allowNull: false },
        askedAt: { type: DataTypes.DATE, allowNull: false },
        state: { type: DataTypes.TEXT, allowNull: false },
        decidedBy: DataTypes.UUID,
        decidedAt: DataTypes.DATE,
        decisionNote: DataTypes.TEXT,
      },
      { sequelize, tableName: 'withdrawals', underscored: true, timestamps: false },
    );
  }
}

export type WithdrawalRow = Attributes<Withdrawal>;
