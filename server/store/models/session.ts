import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** One sign-in on one device, under one post. Ending it ends it at once on every process. */
export class Session extends Model<InferAttributes<Session>, InferCreationAttributes<Session>> {
  declare id: CreationOptional<string>;
  declare accountId: string;
  declare postId: string | null;
  declare refreshHash: string;
  declare previousRefreshHash: string | null;
  declare rotatedAt: Date;
  declare assurance: string;
  declare secondFactorAt: Date | null;
  declare addressPrefix: string | null;
  declare device: string | null;
  declare createdAt: Date;
  declare lastSeenAt: Date;
  declare expiresAt: Date;
  declare endedAt: Date | null;
  declare endedWhy: string | null;

  static define(sequelize: Sequelize): void {
    Session.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        accountId: { type: DataTypes.UUID, allowNull: false },
        postId: DataTypes.UUID,
        refreshHash: { type: DataTypes.TEXT, allowNull: false },
        previousRefreshHash: DataTypes.TEXT,
        rotatedAt: { type: DataTypes.DATE, allowNull: false },
        assurance: { type: DataTypes.TEXT, allowNull: false },
        secondFactorAt: DataTypes.DATE,
        addressPrefix: DataTypes.TEXT,
        device: DataTypes.TEXT,
        createdAt: { type: DataTypes.DATE, allowNull: false },
        lastSeenAt: { type: DataTypes.DATE, allowNull: false },
        expiresAt: { type: DataTypes.DATE, allowNull: false },
        endedAt: DataTypes.DATE,
        endedWhy: DataTypes.TEXT,
      },
      { sequelize, tableName: 'sessions', underscored: true, timestamps: false },
    );
  }
}

export type SessionRow = Attributes<Session>;
