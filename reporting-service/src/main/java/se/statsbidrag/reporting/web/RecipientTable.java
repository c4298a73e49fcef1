package se.statsbidrag.reporting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.pages.DataTable;

/**
 * What each recipient gets from every pot: as a table to read, to find in, to draw on a map and to fetch as a file.
 *
 * @param onlyRegions whether only regions may receive the grant
 * @param anyCapped whether what can be earned from a pot has a cap
 * @param table all columns, code and name first
 * @param lines the same row by row, without code and name
 * @param figures what the map can show, what says most first
 * @param counties to choose among; none where all recipients are regions
 * @param states of requisitions, to choose among
 */
public record RecipientTable(
        boolean onlyRegions,
        boolean anyCapped,
        DataTable table,
        List<Line> lines,
        List<Figure> figures,
        List<Choice> counties,
        List<Choice> states) {

    /** The columns after code and name. */
    public List<DataTable.Column> getColumns() {
        return table.columns().subList(2, table.columns().size());
    }

    /**
     * A recipient.
     *
     * @param county the two digits that its code begins with
     * @param file where its case is dealt with; null for who may not go there, and where nothing has come
     */
    public record Line(
            String code,
            String name,
            String county,
            @Nullable String file,
            List<DataTable.Cell> cells) {
        /** {@code REGION} or {@code MUNICIPALITY}. */
        public String getKind() {
            return code.length() == 2 ? "REGION" : "MUNICIPALITY";
        }
    }

    /**
     * A column that the map can show.
     *
     * @param column its place in the table as it is read, the recipient's being 0
     * @param unit such as {@code kr}
     */
    public record Figure(int column, String title, String unit) {}

    /** Something to choose in a filter. */
    public record Choice(String code, String title) {}
}
