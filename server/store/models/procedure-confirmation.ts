import { DataTypes, Model, type Attributes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** The act by which somebody competent confirmed a version. Without it no dossier is taken in. */
export class ProcedureConfirmation extends Model<InferAttributes<ProcedureConfirmation>, InferCreationAttributes<ProcedureConfirmation>> {
  declare procedureVersionId: string;
  declare decision: string;
  declare confirmedAt: Date;
  declare confirmedBy: string;

  static define(sequelize: Sequelize): void {
    ProcedureConfirmation.init(
      {
        procedureVersionId: { type: DataTypes.UUID, primaryKey: true },
        decision: { type: DataTypes.TEXT, allowNull: false },
        confirmedAt: { type: DataTypes.DATE, allowNull: false },
        confirmedBy: { type: DataTypes.TEXT, allowNull: false },
      },
      { sequelize, tableName: 'procedure_confirmations', underscored: true, timestamps: false },
    );
  }
}

export type ProcedureConfirmationRow = Attributes<ProcedureConfirmation>;
