package se.statsbidrag.local.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import se.statsbidrag.local.LocalKafka;
import se.statsbidrag.local.LocalPostgres;

class TestPartsTest {

    @Test
    void databaseIsDurablePostgres18AndEachIsNewAndEmpty() throws SQLException {
        TestDatabase first = TestParts.shared().freshDatabase("parts");
        TestDatabase second = TestParts.shared().freshDatabase("parts");
        execute(first, "CREATE TABLE fact (n int)");

        assertThat(ask(first, "SHOW server_version")).startsWith("18");
        assertThat(ask(first, "SHOW fsync")).isEqualTo("on");
        assertThat(ask(first, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(ask(first, "SHOW full_page_writes")).isEqualTo("on");
        assertThat(ask(second, "SELECT count(*) FROM pg_tables WHERE tablename = 'fact'"))
                .isEqualTo("0");
    }

    @Test
    void committedRowsOutliveAKilledServer() throws SQLException {
        try (TestParts own = new TestParts()) {
            LocalPostgres postgres = own.postgres();
            TestDatabase database = own.freshDatabase("killed");
            execute(database, "CREATE TABLE fact (n int)");
            execute(database, "INSERT INTO fact SELECT generate_series(1, 1000)");

            postgres.kill();
            assertThat(postgres.running()).isFalse();
            postgres.start();

            assertThat(ask(database, "SELECT count(*) FROM fact")).isEqualTo("1000");
        }
    }

    @Test
    void topicsAreThereAfterStartAfterAKillAndAfterTheDiskIsLost() throws Exception {
        try (TestParts own = new TestParts()) {
            LocalKafka kafka = own.kafka();
            assertThat(topics(kafka)).containsExactlyInAnyOrder("requisitions", "operations", "allocations", "plans");

            kafka.kill();
            assertThat(kafka.running()).isFalse();
            kafka.start();
            assertThat(topics(kafka)).hasSize(4);

            kafka.wipe();
            kafka.start();
            assertThat(topics(kafka)).hasSize(4);
        }
    }

    @Test
    void quarkusTestsGetTheSharedParts() {
        LocalPartsResource resource = new LocalPartsResource();
        resource.init(Map.of("database", "resource"));
        Map<String, String> settings = resource.start();

        assertThat(settings.get("quarkus.datasource.jdbc.url")).contains("/resource_");
        assertThat(settings.get("kafka.bootstrap.servers"))
                .isEqualTo(TestParts.shared().kafka().bootstrapServers());
    }

    private static List<String> topics(LocalKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            return List.copyOf(admin.listTopics().names().get(20, TimeUnit.SECONDS));
        }
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
