import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** A published diagram with what the engine made of it. Running dossiers finish on the version they began with. */
export class DiagramVersion extends Model<InferAttributes<DiagramVersion>, InferCreationAttributes<DiagramVersion>> {
  declare id: CreationOptional<string>;
  declare key: string;
  declare version: number;
  declare name: string;
  declare xml: string;
  declare compiled: string;
  declare sha256: string;
  declare engineVersion: string;
  declare publishedAt: Date;
  declare publishedBy: string;

  static define(sequelize: Sequelize): void {
    DiagramVersion.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        key: { type: DataTypes.TEXT, allowNull: false },
        version: { type: DataTypes.INTEGER, allowNull: false },
        name: { type: DataTypes.TEXT, allowNull: false },
        xml: { type: DataTypes.TEXT, allowNull: false },
        compiled: { type: DataTypes.TEXT, allowNull: false },
        sha256: { type: DataTypes.TEXT, allowNull: false },
        engineVersion: { type: DataTypes.TEXT, allowNull: false },
        publishedAt: { type: DataTypes.DATE, allowNull: false },
        publishedBy: { type: DataTypes.TEXT, allowNull: false },
      },
      { sequelize, tableName: 'diagram_versions', underscored: true, timestamps: false },
    );
  }
}

export type DiagramVersionRow = Attributes<DiagramVersion>;
