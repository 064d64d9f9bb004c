import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Where a dossier stands in its diagram: the engine’s state as data, with the guard’s digest. */
export class Instance extends Model<InferAttributes<Instance>, InferCreationAttributes<Instance>> {
  declare dossierId: string;
  declare diagramVersionId: string;
  declare version: number;
  declare state: Buffer | null;
  declare stateSha256: string | null;
  declare active: string | null;
  declare engineVersion: string;
  declare facts: Record<string, unknown>;
  declare doneElements: CreationOptional<string[]>;
  declare status: 'running' | 'ended' | 'incident';

  static define(sequelize: Sequelize): void {
    Instance.init(
      {
        dossierId: { type: DataTypes.UUID, primaryKey: true },
        diagramVersionId: { type: DataTypes.UUID, allowNull: false },
        version: { type: DataTypes.INTEGER, allowNull: false },
        state: DataTypes.BLOB,
        stateSha256: DataTypes.TEXT,
        active: DataTypes.TEXT,
        engineVersion: { type: DataTypes.TEXT, allowNull: false },
        facts: { type: DataTypes.JSONB, allowNull: false },
        doneElements: { type: DataTypes.ARRAY(DataTypes.TEXT), allowNull: false, defaultValue: [] },
        status: { type: DataTypes.TEXT, allowNull: false },
      },
      { sequelize, tableName: 'instances', underscored: true, timestamps: false },
    );
  }
}

export type InstanceRow = Attributes<Instance>;
