import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';
import { type Duty } from '../../domain/duties';

/** That somebody was told something of a dossier, and by which way; `house` is a reminder to those who hold a duty at an agency. */
export class Notice extends Model<InferAttributes<Notice>, InferCreationAttributes<Notice>> {
  declare id: CreationOptional<string>;
  declare dossierId: string;
  declare kind: string;
  declare way: 'email' | 'sms' | 'call' | 'house';
  declare agencyId: number | null;
  declare duty: Duty | null;
  declare at: Date;
  /** Of a reminder: what was done about it, by whom. */
  declare settledAt: Date | null;
  declare settledBy: string | null;
  declare outcome: string | null;

  static define(sequelize: Sequelize): void {
    Notice.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        dossierId: { type: DataTypes.UUID, allowNull: false },
        kind: { type: DataTypes.TEXT, allowNull: false },
        way: { type: DataTypes.TEXT, allowNull: false },
        agencyId: DataTypes.INTEGER,
        duty: DataTypes.TEXT,
        at: { type: DataTypes.DATE, allowNull: false },
        settledAt: DataTypes.DATE,
        settledBy: DataTypes.UUID,
        outcome: DataTypes.TEXT,
      },
      { sequelize, tableName: 'notices', underscored: true, timestamps: false },
    );
  }
}

export type NoticeRow = Attributes<Notice>;
