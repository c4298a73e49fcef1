package se.statsbidrag.reporting.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Collectors;
import se.statsbidrag.pages.Shown;

/** How far what the pages show has come: in the database, moved in the transaction that moves what is shown. */
@ApplicationScoped
public class ShownPositions implements Shown {
    private final EntityManager database;

    ShownPositions(EntityManager database) {
        this.database = database;
    }

    /** Notes that a source has moved, within the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void moved(String source, String position) {
        database.createNativeQuery("""
                        insert into shown_position (source, position) values (:source, :position)
                        on conflict (source) do update set position = excluded.position
                        """)
                .setParameter("source", source)
                .setParameter("position", position)
                .executeUpdate();
    }

    @Override
    @Transactional
    public String current() {
        List<?> positions = database.createNativeQuery(
                        "select source || ':' || position from shown_position order by source", String.class)
                .getResultList();
        return positions.stream().map(String.class::cast).collect(Collectors.joining(" "));
    }
}
