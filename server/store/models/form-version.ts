import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** A published e-form. It never changes; a correction is a new version. */
export class FormVersion extends Model<InferAttributes<FormVersion>, InferCreationAttributes<FormVersion>> {
  declare id: CreationOptional<string>;
  declare key: string;
  declare version: number;
  declare content: Record<string, unknown>;
  declare sha256: string;
  declare publishedAt: Date;
  declare publishedBy: string;

  static define(sequelize: Sequelize): void {
    FormVersion.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        key: { type: DataTypes.TEXT, allowNull: false },
        version: { type: DataTypes.INTEGER, allowNull: false },
        content: { type: DataTypes.JSONB, allowNull: false },
        sha256: { type: DataTypes.TEXT, allowNull: false },
        publishedAt: { type: DataTypes.DATE, allowNull: false },
        publishedBy: { type: DataTypes.TEXT, allowNull: false },
      },
      { sequelize, tableName: 'form_versions', underscored: true, timestamps: false },
    );
  }
}

export type FormVersionRow = Attributes<FormVersion>;
