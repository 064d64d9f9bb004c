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
 * Something that a person has to put right: a position that does not agree with its rows, a
 * contradiction, a dead letter.
 */
export class Incident extends Model<InferAttributes<Incident>, InferCreationAttributes<Incident>> {
  declare id: CreationOptional<string>;
  declare dossierId: string | null;
  declare kind: string;
  declare facts: Record<string, unknown>;
  declare openedAt: Date;
  declare resolvedAt: Date | null;
  declare resolvedBy: string | null;
  declare resolution: string | null;

  static define(sequelize: Sequelize): void {
    Incident.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        dossierId: DataTypes.UUID,
        kind: { type: DataTypes.TEXT, allowNull: false },
        facts: { type: DataTypes.JSONB, allowNull: false },
        openedAt: { type: DataTypes.DATE, allowNull: false },
        resolvedAt: DataTypes.DATE,
        resolvedBy: DataTypes.TEXT,
        resolution: DataTypes.TEXT,
      },
      { sequelize, tableName: 'incidents', underscored: true, timestamps: false },
    );
  }
}

export type IncidentRow = Attributes<Incident>;
