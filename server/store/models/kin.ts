import { DataTypes, Model, type Attributes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** Relatives that a staff member declared: neither accepts, examines, signs nor seals a dossier of theirs. */
export class Kin extends Model<InferAttributes<Kin>, InferCreationAttributes<Kin>> {
  declare staffId: string;
  declare personId: string;
  declare relation: string;

  static define(sequelize: Sequelize): void {
    Kin.init(
      {
        staffId: { type: DataTypes.UUID, primaryKey: true },
        personId: { type: DataTypes.UUID, primaryKey: true },
        relation: { type: DataTypes.TEXT, allowNull: false },
      },
      { sequelize, tableName: 'kin', underscored: true, timestamps: false },
    );
  }
}

export type KinRow = Attributes<Kin>;
