import { DataTypes, Model, type Attributes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** The files that make up one paper, in order. A removed file stays on record. */
export class ComponentFile extends Model<InferAttributes<ComponentFile>, InferCreationAttributes<ComponentFile>> {
  declare componentId: string;
  declare fileId: string;
  declare position: number;
  declare addedAt: Date;
  declare removedAt: Date | null;

  static define(sequelize: Sequelize): void {
    ComponentFile.init(
      {
        componentId: { type: DataTypes.UUID, primaryKey: true },
        fileId: { type: DataTypes.UUID, primaryKey: true },
        position: { type: DataTypes.INTEGER, allowNull: false },
        addedAt: { type: DataTypes.DATE, allowNull: false },
        removedAt: DataTypes.DATE,
      },
      { sequelize, tableName: 'component_files', underscored: true, timestamps: false },
    );
  }
}

export type ComponentFileRow = Attributes<ComponentFile>;
