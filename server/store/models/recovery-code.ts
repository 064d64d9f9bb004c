import { DataTypes, Model, type Attributes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** One-time codes for a lost authenticator, kept as hashes. */
export class RecoveryCode extends Model<InferAttributes<RecoveryCode>, InferCreationAttributes<RecoveryCode>> {
  declare accountId: string;
  declare codeHash: string;
  declare usedAt: Date | null;

  static define(sequelize: Sequelize): void {
    RecoveryCode.init(
      {
        accountId: { type: DataTypes.UUID, primaryKey: true },
        codeHash: { type: DataTypes.TEXT, primaryKey: true },
        usedAt: DataTypes.DATE,
      },
      { sequelize, tableName: 'recovery_codes', underscored: true, timestamps: false },
    );
  }
}

export type RecoveryCodeRow = Attributes<RecoveryCode>;
