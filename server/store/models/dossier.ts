import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/**
 * The dossier: what was asked, for whom, by which version of the procedure. Status and due dates
 * are projections of the diagram’s position and are written by the step alone.
 */
export class Dossier extends Model<InferAttributes<Dossier>, InferCreationAttributes<Dossier>> {
  declare id: CreationOptional<string>;
  declare code: string | null;
  declare outsideSource: string | null;
  declare outsideCode: string | null;
  declare procedureCode: string;
  declare procedureVersionId: string;
  declare diagramVersionId: string;
  declare caseKey: string;
  declare channel: 'online' | 'counter' | 'post';
  declare centreId: number;
  declare agencyId: number;
  declare ownerPersonId: string | null;
  declare ownerOrganisationId: string | null;
  declare ownerName: string;
  declare ownerNumber: string | null;
  declare ownerPhone: string | null;
  declare submitterPersonId: string | null;
  declare submitterAccountId: string | null;
  declare submitterName: string;
  declare submitterRelation: string | null;
  declare answers: Record<string, unknown>;
  declare returnWay: 'counter' | 'online' | 'post';
  declare returnAddress: Record<string, unknown> | null;
  declare officerId: string | null;
  declare isSameDay: boolean;
  declare isReceiptWanted: CreationOptional<boolean>;
  declare timeLimit: Record<string, unknown> | null;
  declare createdAt: Date;
  declare submittedAt: Date;
  declare acceptedAt: Date | null;
  declare receivedAt: Date | null;
  declare dueAt: Date | null;
  declare answerDueAt: Date | null;
  declare finishedAt: Date | null;
  declare status: number;
  declare subStatus: string | null;
  declare version: CreationOptional<number>;

  static define(sequelize: Sequelize): void {
    Dossier.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        code: DataTypes.TEXT,
        outsideSource: DataTypes.TEXT,
        outsideCode: DataTypes.TEXT,
        procedureCode: { type: DataTypes.TEXT, allowNull: false },
        procedureVersionId: { type: DataTypes.UUID, allowNull: false },
        diagramVersionId: { type: DataTypes.UUID, allowNull: false },
        caseKey: { type: DataTypes.TEXT, allowNull: false },
        channel: { type: DataTypes.TEXT, allowNull: false },
        centreId: { type: DataTypes.INTEGER, allowNull: false },
        agencyId: { type: DataTypes.INTEGER, allowNull: false },
        ownerPersonId: DataTypes.UUID,
        ownerOrganisationId: DataTypes.UUID,
        ownerName: { type: DataTypes.TEXT, allowNull: false },
        ownerNumber: DataTypes.TEXT,
        ownerPhone: DataTypes.TEXT,
        submitterPersonId: DataTypes.UUID,
        submitterAccountId: DataTypes.UUID,
        submitterName: { type: DataTypes.TEXT, allowNull: false },
        submitterRelation: DataTypes.TEXT,
        answers: { type: DataTypes.JSONB, allowNull: false },
        returnWay: { type: DataTypes.TEXT, allowNull: false },
        returnAddress: DataTypes.JSONB,
        officerId: DataTypes.UUID,
        isSameDay: { type: DataTypes.BOOLEAN, allowNull: false },
        isReceiptWanted: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
        timeLimit: DataTypes.JSONB,
        createdAt: { type: DataTypes.DATE, allowNull: false },
        submittedAt: { type: DataTypes.DATE, allowNull: false },
        acceptedAt: DataTypes.DATE,
        receivedAt: DataTypes.DATE,
        dueAt: DataTypes.DATE,
        answerDueAt: DataTypes.DATE,
        finishedAt: DataTypes.DATE,
        status: { type: DataTypes.SMALLINT, allowNull: false },
        subStatus: DataTypes.TEXT,
        version: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 1 },
      },
      { sequelize, tableName: 'dossiers', underscored: true, timestamps: false },
    );
  }
}

export type DossierRow = Attributes<Dossier>;
