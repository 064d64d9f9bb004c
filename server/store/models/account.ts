import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/**
 * What somebody signs in with. A citizen’s password account is unverified until a clerk or the
 * identity gateway has confirmed the person.
 */
export class Account extends Model<InferAttributes<Account>, InferCreationAttributes<Account>> {
  declare id: CreationOptional<string>;
  declare kind: 'staff' | 'citizen';
  declare userName: string | null;
  declare passwordHash: string | null;
  declare passwordChangedAt: Date | null;
  declare mustChangePassword: CreationOptional<boolean>;
  declare displayName: string;
  declare personId: string | null;
  declare verifiedAt: Date | null;
  declare verifiedBy: string | null;
  declare identityIssuer: string | null;
  declare identitySubject: string | null;
  declare email: string | null;
  declare phone: string | null;
  declare totpSecret: Buffer | null;
  declare totpConfirmedAt: Date | null;
  declare totpLastStep: number | null;
  declare language: CreationOptional<'vi' | 'en'>;
  declare disabledAt: Date | null;
  declare disabledReason: string | null;
  declare lastSignedInAt: Date | null;
  declare createdAt: Date;

  static define(sequelize: Sequelize): void {
    Account.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        kind: { type: DataTypes.TEXT, allowNull: false },
        userName: DataTypes.TEXT,
        passwordHash: DataTypes.TEXT,
        passwordChangedAt: DataTypes.DATE,
        mustChangePassword: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
        displayName: { type: DataTypes.TEXT, allowNull: false },
        personId: DataTypes.UUID,
        verifiedAt: DataTypes.DATE,
        verifiedBy: DataTypes.TEXT,
        identityIssuer: DataTypes.TEXT,
        identitySubject: DataTypes.TEXT,
        email: DataTypes.TEXT,
        phone: DataTypes.TEXT,
        totpSecret: DataTypes.BLOB,
        totpConfirmedAt: DataTypes.DATE,
        totpLastStep: DataTypes.BIGINT,
        language: { type: DataTypes.TEXT, allowNull: false, defaultValue: 'vi' },
        disabledAt: DataTypes.DATE,
        disabledReason: DataTypes.TEXT,
        lastSignedInAt: DataTypes.DATE,
        createdAt: { type: DataTypes.DATE, allowNull: false },
      },
      { sequelize, tableName: 'accounts', underscored: true, timestamps: false },
    );
  }
}

export type AccountRow = Attributes<Account>;
