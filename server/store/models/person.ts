import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** A person, with or without a number: a newborn has none yet, a foreigner never. */
export class Person extends Model<InferAttributes<Person>, InferCreationAttributes<Person>> {
  declare id: CreationOptional<string>;
  declare fullName: string;
  declare bornOn: string | null;
  declare bornText: string | null;
  declare sex: 'male' | 'female' | 'other' | null;
  declare nationality: CreationOptional<string>;
  declare phone: string | null;
  declare email: string | null;
  declare address: Record<string, unknown> | null;
  declare preferredContact: 'email' | 'sms' | 'call' | null;
  declare mergedIntoId: string | null;
  declare createdAt: Date;

  static define(sequelize: Sequelize): void {
    Person.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        fullName: { type: DataTypes.TEXT, allowNull: false },
        bornOn: DataTypes.DATEONLY,
        bornText: DataTypes.TEXT,
        sex: DataTypes.TEXT,
        nationality: { type: DataTypes.TEXT, allowNull: false, defaultValue: 'VN' },
        phone: DataTypes.TEXT,
        email: DataTypes.TEXT,
        address: DataTypes.JSONB,
        preferredContact: DataTypes.TEXT,
        mergedIntoId: DataTypes.UUID,
        createdAt: { type: DataTypes.DATE, allowNull: false },
      },
      { sequelize, tableName: 'people', underscored: true, timestamps: false },
    );
  }
}

export type PersonRow = Attributes<Person>;
