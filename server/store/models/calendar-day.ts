import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** One day that differs from the ordinary week: a holiday, a make-up workday, or the closure of one agency. */
export class CalendarDay extends Model<InferAttributes<CalendarDay>, InferCreationAttributes<CalendarDay>> {
  declare onDate: string;
  declare agencyId: number | null;
  declare kind: 'off' | 'make-up' | 'closure';
  declare name: string;
  declare decision: string;
  declare source: string | null;
  declare movesDates: CreationOptional<boolean>;
  declare publicationId: number;

  static define(sequelize: Sequelize): void {
    CalendarDay.init(
      {
        onDate: { type: DataTypes.DATEONLY, allowNull: false },
        agencyId: DataTypes.INTEGER,
        kind: { type: DataTypes.TEXT, allowNull: false },
        name: { type: DataTypes.TEXT, allowNull: false },
        decision: { type: DataTypes.TEXT, allowNull: false },
        source: DataTypes.TEXT,
        movesDates: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
        publicationId: { type: DataTypes.INTEGER, allowNull: false },
      },
      { sequelize, tableName: 'calendar_days', underscored: true, timestamps: false },
    );
    CalendarDay.removeAttribute('id');
  }
}

export type CalendarDayRow = Attributes<CalendarDay>;
