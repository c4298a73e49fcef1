package se.statsbidrag.requisition.api;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import se.statsbidrag.local.test.LocalPartsResource;

/** The service in local mode, with real PostgreSQL and Kafka; nobody answers for the log that it follows. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@QuarkusTestResource(
        value = LocalPartsResource.class,
        initArgs = @ResourceArg(name = "database", value = "requisition"))
@QuarkusTestResource(LocalMode.class)
@interface RunningService {}
