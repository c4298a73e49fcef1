package se.statsbidrag.requisition.application;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a folder that come with the software. */
final class ShippedFiles {
    private static final String ON_CLASS_PATH = "classpath:";

    private ShippedFiles() {}

    /**
     * The files of a folder: their text by name.
     *
     * @param setting the name of the setting that says where
     * @param location {@code classpath:…}, or a directory
     * @param ending of the files to read, such as {@code .yaml}
     * @throws DefinitionsRefused when there is no such directory
     */
    static SortedMap<String, String> read(String setting, String location, String ending) {
        SortedMap<String, String> texts = new TreeMap<>();
        try {
            if (location.startsWith(ON_CLASS_PATH)) {
                ClassPathUtils.consumeAsPaths(
                        location.substring(ON_CLASS_PATH.length()), folder -> texts.putAll(texts(folder, ending)));
            } else {
                Path folder = Path.of(location);
                if (!Files.isDirectory(folder)) {
                    throw new DefinitionsRefused(List.of(folder.toAbsolutePath() + ": is not a directory; set "
                            + setting + " to a directory of " + ending + " files"));
                }
                texts.putAll(texts(folder, ending));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the files in " + location + " cannot be read", e);
        }
        return texts;
    }

    private static SortedMap<String, String> texts(Path folder, String ending) {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(ending)).toList()) {
                texts.put(String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
