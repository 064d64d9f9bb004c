import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Sign-ins, failures, locks and resets: what an administrator looks at after an incident. */
export class SignInEvent extends Model<InferAttributes<SignInEvent>, InferCreationAttributes<SignInEvent>> {
  declare id: CreationOptional<number>;
  declare at: Date;
  declare accountId: string | null;
  declare kind: string;
  declare addressPrefix: string | null;
  declare facts: CreationOptional<Record<string, unknown>>;

  static define(sequelize: Sequelize): void {
    SignInEvent.init(
      {
        id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
        at: { type: DataTypes.DATE, allowNull: false },
        accountId: DataTypes.UUID,
        kind: { type: DataTypes.TEXT, allowNull: false },
        addressPrefix: DataTypes.TEXT,
        facts: { type: DataTypes.JSONB, allowNull: false, defaultValue: {} },
      },
      { sequelize, tableName: 'sign_in_events', underscored: true, timestamps: false },
    );
  }
}

export type SignInEventRow = Attributes<SignInEvent>;
