package se.statsbidrag.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

@AnalyzeClasses(packages = "se.statsbidrag.reporting", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_DOMAIN_KNOWS_ONLY_JAVA_THE_RULES_AND_THE_EVENTS = classes()
            .that()
            .resideInAPackage("..reporting.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "se.statsbidrag.rules..",
                    "se.statsbidrag.events",
                    "se.statsbidrag.reporting.domain..");

    @ArchTest
    static final ArchRule THE_DOMAIN_HAS_NO_CLOCK = noClasses()
            .that()
            .resideInAPackage("..reporting.domain..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(YearMonth.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule THE_DOMAIN_HAS_NO_FLOATING_POINT_FIELDS = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("..reporting.domain..")
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class);

    @ArchTest
    static final ArchRule THE_DOMAIN_RETURNS_NO_FLOATING_POINT = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("..reporting.domain..")
            .should()
            .haveRawReturnType(double.class)
            .orShould()
            .haveRawReturnType(float.class);

    @ArchTest
    static final ArchRule DEPENDENCIES_POINT_INWARD = noClasses()
            .that()
            .resideInAnyPackage("..reporting.domain..", "..reporting.application..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..reporting.api..", "..reporting.web..", "..reporting.messaging..", "..reporting.read..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("se.statsbidrag.reporting.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule EVERY_ENDPOINT_SAYS_WHO_MAY_CALL_IT = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class)
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(RolesAllowed.class);
}
