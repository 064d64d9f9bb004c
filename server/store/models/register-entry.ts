import { DataTypes, Model, type Attributes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** The register number of an accepted dossier: gapless per book and year. */
export class RegisterEntry extends Model<InferAttributes<RegisterEntry>, InferCreationAttributes<RegisterEntry>> {
  declare bookId: string;
  declare number: number;
  declare dossierId: string;
  declare enteredAt: Date;

  static define(sequelize: Sequelize): void {
    RegisterEntry.init(
      {
        bookId: { type: DataTypes.UUID, primaryKey: true },
        number: { type: DataTypes.INTEGER, primaryKey: true },
        dossierId: { type: DataTypes.UUID, allowNull: false },
        enteredAt: { type: DataTypes.DATE, allowNull: false },
      },
      { sequelize, tableName: 'register_entries', underscored: true, timestamps: false },
    );
  }
}

export type RegisterEntryRow = Attributes<RegisterEntry>;
