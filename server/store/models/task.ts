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

/**
 * What a dossier waits for: a person’s act, an answer, a message or an instant. The open rows are
 * the worklists and the timers.
 */
export class Task extends Model<InferAttributes<Task>, InferCreationAttributes<Task>> {
  declare id: CreationOptional<string>;
  declare dossierId: string;
  declare elementId: string;
  declare executionId: string;
  declare kind: 'user' | 'service' | 'timer' | 'message';
  declare name: string | null;
  declare act: string | null;
  declare duty: Duty | null;
  declare agencyId: number | null;
  declare message: string | null;
  declare topic: string | null;
  declare form: string | null;
  declare template: string | null;
  declare limitText: string | null;
  declare instanceIndex: number | null;
  declare instanceKey: string | null;
  declare assigneeId: string | null;
  declare assignedAt: Date | null;
  declare dueAt: Date | null;
  declare openedAt: Date;
  declare closedAt: Date | null;
  declare closedBy: string | null;

  static define(sequelize: Sequelize): void {
    Task.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        dossierId: { type: DataTypes.UUID, allowNull: false },
        elementId: { type: DataTypes.TEXT, allowNull: false },
        executionId: { type: DataTypes.TEXT, allowNull: false },
        kind: { type: DataTypes.TEXT, allowNull: false },
        name: DataTypes.TEXT,
        act: DataTypes.TEXT,
        duty: DataTypes.TEXT,
        agencyId: DataTypes.INTEGER,
        message: DataTypes.TEXT,
        topic: DataTypes.TEXT,
        form: DataTypes.TEXT,
        template: DataTypes.TEXT,
        limitText: DataTypes.TEXT,
        instanceIndex: DataTypes.INTEGER,
        instanceKey: DataTypes.TEXT,
        assigneeId: DataTypes.UUID,
        assignedAt: DataTypes.DATE,
        dueAt: DataTypes.DATE,
        openedAt: { type: DataTypes.DATE, allowNull: false },
        closedAt: DataTypes.DATE,
        closedBy: DataTypes.TEXT,
      },
      { sequelize, tableName: 'tasks', underscored: true, timestamps: false },
    );
  }
}

export type TaskRow = Attributes<Task>;
