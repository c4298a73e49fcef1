package se.statsbidrag.allocation.support;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import se.statsbidrag.local.test.LocalPartsResource;

/** The service as it runs: real PostgreSQL, real Kafka, and the two services that it follows. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@QuarkusTestResource(value = LocalPartsResource.class, initArgs = @ResourceArg(name = "database", value = "allocation"))
@QuarkusTestResource(SourceAddresses.class)
@ExtendWith(SignedIn.class)
public @interface AllocationService {}
