import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Who speaks for an organisation, in which title, from when to when. */
export class Representative extends Model<InferAttributes<Representative>, InferCreationAttributes<Representative>> {
  declare id: CreationOptional<string>;
  declare organisationId: string;
  declare personId: string;
  declare title: string | null;
  declare validFromOn: string;
  declare validToOn: string | null;

  static define(sequelize: Sequelize): void {
    Representative.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        organisationId: { type: DataTypes.UUID, allowNull: false },
        personId: { type: DataTypes.UUID, allowNull: false },
        title: DataTypes.TEXT,
        validFromOn: { type: DataTypes.DATEONLY, allowNull: false },
        validToOn: DataTypes.DATEONLY,
      },
      { sequelize, tableName: 'representatives', underscored: true, timestamps: false },
    );
  }
}

export type RepresentativeRow = Attributes<Representative>;
