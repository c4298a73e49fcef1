package se.statsbidrag.requisition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

@AnalyzeClasses(packages = "se.statsbidrag.requisition", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theDomainKnowsOnlyJavaTheRulesAndTheEvents = classes()
            .that()
            .resideInAPackage("..requisition.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify.annotations..",
                    "se.statsbidrag.rules..",
                    "se.statsbidrag.events",
                    "se.statsbidrag.events.access",
                    "se.statsbidrag.requisition.domain..");

    @ArchTest
    static final ArchRule theDomainDoesNoInputOrOutput = noClasses()
            .that()
            .resideInAPackage("..requisition.domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.sql..");

    @ArchTest
    static final ArchRule theDomainReadsNoClock = noClasses()
            .that()
            .resideInAPackage("..requisition.domain..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule noFieldIsFloatingPoint = fields().should()
            .notHaveRawType(double.class)
            .andShould()
            .notHaveRawType(float.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noMethodGivesFloatingPoint =
            methods().should().notHaveRawReturnType(double.class).andShould().notHaveRawReturnType(float.class);

    @ArchTest
    static final ArchRule theApiIsKnownToThePagesAlone = noClasses()
            .that()
            .resideOutsideOfPackages("..requisition.api..", "..requisition.web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..requisition.api..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("se.statsbidrag.requisition.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule everyEndpointSaysWhoMayCallIt = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class)
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(PermitAll.class);
}
