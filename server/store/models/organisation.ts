import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** An enterprise, household business or other body that owns dossiers. */
export class Organisation extends Model<InferAttributes<Organisation>, InferCreationAttributes<Organisation>> {
  declare id: CreationOptional<string>;
  declare name: string;
  declare taxCode: string | null;
  declare address: Record<string, unknown> | null;
  declare phone: string | null;
  declare email: string | null;
  declare createdAt: Date;

  static define(sequelize: Sequelize): void {
    Organisation.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        name: { type: DataTypes.TEXT, allowNull: false },
        taxCode: DataTypes.TEXT,
        address: DataTypes.JSONB,
        phone: DataTypes.TEXT,
        email: DataTypes.TEXT,
        createdAt: { type: DataTypes.DATE, allowNull: false },
      },
      { sequelize, tableName: 'organisations', underscored: true, timestamps: false },
    );
  }
}

export type OrganisationRow = Attributes<Organisation>;
