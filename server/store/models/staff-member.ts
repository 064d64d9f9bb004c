import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** A civil servant or post employee who works in the system. */
export class StaffMember extends Model<InferAttributes<StaffMember>, InferCreationAttributes<StaffMember>> {
  declare id: CreationOptional<string>;
  declare accountId: string;
  declare fullName: string;
  declare title: string | null;
  declare phone: string | null;
  declare personId: string | null;
  declare createdAt: Date;

  static define(sequelize: Sequelize): void {
    StaffMember.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        accountId: { type: DataTypes.UUID, allowNull: false },
        fullName: { type: DataTypes.TEXT, allowNull: false },
        title: DataTypes.TEXT,
        phone: DataTypes.TEXT,
        personId: DataTypes.UUID,
        createdAt: { type: DataTypes.DATE, allowNull: false },
      },
      { sequelize, tableName: 'staff', underscored: true, timestamps: false },
    );
  }
}

export type StaffMemberRow = Attributes<StaffMember>;
