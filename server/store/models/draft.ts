import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** What a citizen has begun and not yet submitted. */
export class Draft extends Model<InferAttributes<Draft>, InferCreationAttributes<Draft>> {
  declare id: CreationOptional<string>;
  declare accountId: string;
  declare procedureCode: string;
  declare procedureVersionId: string;
  declare caseKey: string;
  declare answers: CreationOptional<Record<string, unknown>>;
  declare returnWay: 'counter' | 'online' | 'post' | null;
  declare returnAddress: Record<string, unknown> | null;
  declare centreId: number | null;
  declare version: CreationOptional<number>;
  declare createdAt: Date;
  declare savedAt: Date;
  declare discardedAt: Date | null;
  declare dossierId: string | null;

  static define(sequelize: Sequelize): void {
    Draft.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        accountId: { type: DataTypes.UUID, allowNull: false },
        procedureCode: { type: DataTypes.TEXT, allowNull: false },
        procedureVersionId: { type: DataTypes.UUID, allowNull: false },
        caseKey: { type: DataTypes.TEXT, allowNull: false },
        answers: { type: DataTypes.JSONB, allowNull: false, defaultValue: {} },
        returnWay: DataTypes.TEXT,
        returnAddress: DataTypes.JSONB,
        centreId: DataTypes.INTEGER,
        version: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 1 },
        createdAt: { type: DataTypes.DATE, allowNull: false },
        savedAt: { type: DataTypes.DATE, allowNull: false },
        discardedAt: DataTypes.DATE,
        dossierId: DataTypes.UUID,
      },
      { sequelize, tableName: 'drafts', underscored: true, timestamps: false },
    );
  }
}

export type DraftRow = Attributes<Draft>;
