"""proofs of obligations are told from the applicant's home photos; a refused case leaves its quarter free."""

from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    # Whoever shows that an obligation is done agreed to the plan before; papers of the application came before that.
    op.execute(
        "UPDATE document SET item = 'obligation_proof' WHERE item = 'evidence' AND created_at >= (SELECT min(at)"
        " FROM case_event WHERE case_event.application_id = document.application_id AND type = 'agree')"
    )
    op.execute(
        "UPDATE application SET period = NULL WHERE id IN (SELECT application_id FROM case_event WHERE type = 'refuse')"
    )


def downgrade() -> None:
    op.execute("UPDATE document SET item = 'evidence' WHERE item = 'obligation_proof'")
