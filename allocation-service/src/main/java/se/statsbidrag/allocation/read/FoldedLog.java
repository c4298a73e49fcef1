package se.statsbidrag.allocation.read;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How far the stored plans rest on one log. A log that none does is left out. */
@Entity
@Table(name = "folded_log")
public class FoldedLog extends PanacheEntityBase {
    @Id
    public String log = "";

    public long position;

    /** The positions of all logs, by name. */
    static SortedMap<String, Long> positions() {
        List<FoldedLog> all = listAll();
        SortedMap<String, Long> positions = new TreeMap<>();
        all.forEach(each -> positions.put(each.log, each.position));
        return positions;
    }

    /** Moves one log forward. */
    static void move(String log, long position) {
        FoldedLog row = findById(log);
        if (row == null) {
            row = new FoldedLog();
            row.log = log;
            row.position = position;
            row.persist();
        } else {
            row.position = position;
        }
    }
}
