import { type ProcedureVersionContent } from '../../domain/procedure';
import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** What a procedure says from a day on: cases, papers, fees, limits, with its form, diagram and result template. */
export class ProcedureVersion extends Model<InferAttributes<ProcedureVersion>, InferCreationAttributes<ProcedureVersion>> {
  declare id: CreationOptional<string>;
  declare procedureCode: string;
  declare version: number;
  declare content: ProcedureVersionContent;
  declare sha256: string;
  declare formVersionId: string;
  declare diagramVersionId: string;
  declare resultTemplateVersionId: string | null;
  declare effectiveFromOn: string;
  declare effectiveToOn: string | null;
  declare sourceDecision: string;
  declare publishedAt: Date;
  declare publishedBy: string;

  static define(sequelize: Sequelize): void {
    ProcedureVersion.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        procedureCode: { type: DataTypes.TEXT, allowNull: false },
        version: { type: DataTypes.INTEGER, allowNull: false },
        content: { type: DataTypes.JSONB, allowNull: false },
        sha256: { type: DataTypes.TEXT, allowNull: false },
        formVersionId: { type: DataTypes.UUID, allowNull: false },
        diagramVersionId: { type: DataTypes.UUID, allowNull: false },
        resultTemplateVersionId: DataTypes.UUID,
        effectiveFromOn: { type: DataTypes.DATEONLY, allowNull: false },
        effectiveToOn: DataTypes.DATEONLY,
        sourceDecision: { type: DataTypes.TEXT, allowNull: false },
        publishedAt: { type: DataTypes.DATE, allowNull: false },
        publishedBy: { type: DataTypes.TEXT, allowNull: false },
      },
      { sequelize, tableName: 'procedure_versions', underscored: true, timestamps: false },
    );
  }
}

export type ProcedureVersionRow = Attributes<ProcedureVersion>;
