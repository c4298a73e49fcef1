package se.statsbidrag.events.quarkus;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import se.statsbidrag.local.test.LocalPartsResource;

/** The small service of these tests, running with real PostgreSQL and Kafka, and a source that it follows. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@QuarkusTestResource(value = LocalPartsResource.class, initArgs = @ResourceArg(name = "database", value = "flow"))
@QuarkusTestResource(SourcePort.class)
@ExtendWith(SignedIn.class)
@interface RunningService {}
