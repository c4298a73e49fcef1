package se.statsbidrag.rules.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class DefinitionSchemaTest {
    private static final Map<String, Object> SCHEMA = DefinitionSchema.tree();

    private static Object at(String... path) {
        Object node = SCHEMA;
        for (String step : path) {
            node = node instanceof Map<?, ?> map && map.get(step) != null ? map.get(step) : Map.of();
        }
        return node;
    }

    private static void undescribed(String path, Object node, List<String> found) {
        if (node instanceof List<?> list) {
            list.forEach(each -> undescribed(path, each, found));
        } else if (node instanceof Map<?, ?> map) {
            if (map.get("properties") instanceof Map<?, ?> properties) {
                properties.forEach((name, property) -> {
                    if (!(property instanceof Map<?, ?> it)
                            || !(it.get("description") instanceof String text)
                            || text.isBlank()) {
                        found.add(path + "." + name);
                    }
                });
            }
            map.forEach((name, each) -> undescribed(path + "." + name, each, found));
        }
    }

    @Test
    void everyFieldIsDescribedAndNoOtherIsAllowed() {
        List<String> found = new ArrayList<>();
        undescribed("", SCHEMA, found);

        assertThat(found).isEmpty();
        assertThat(at("additionalProperties")).isEqualTo(false);
        assertThat(at("properties", "pots", "items", "additionalProperties")).isEqualTo(false);
    }

    @Test
    void boundsChoicesAndKindsAreThoseOfTheShape() {
        assertThat(at("properties", "pots", "items", "properties", "percent", "maximum"))
                .isEqualTo(100L);
        assertThat(at("properties", "requisition", "properties", "amountSetBy", "enum"))
                .isEqualTo(
                        List.of(AmountSetBy.values()).stream().map(Enum::name).toList());
        assertThat(at("properties", "pots", "items", "properties", "key", "oneOf"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void aTableMayLeaveItsContentToReferenceData() {
        assertThat(at("properties", "tables", "items", "required")).isEqualTo(List.of("id", "title"));
        assertThat(at("properties", "tables", "items", "properties", "reference", "required"))
                .isEqualTo(List.of("table"));
    }
}
