package se.statsbidrag.pages;

/** How far what a service's pages show has come. */
public interface Shown {
    /** All sources and positions in one text, such as {@code operations:12 requisitions:8}; another one after each change. */
    String current();
}
