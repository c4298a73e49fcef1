package se.statsbidrag.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Set;

@AnalyzeClasses(packages = "se.statsbidrag.rules", importOptions = ImportOption.DoNotIncludeTests.class)
class PurityTest {
    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private static final DescribedPredicate<JavaClass> FLOATING_POINT = DescribedPredicate.describe(
            "floating point",
            type -> FLOATING.contains(type.getBaseComponentType().getName()));

    @ArchTest
    static final ArchRule ONLY_JAVA = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.math..",
                    "java.nio.charset..",
                    "java.security..",
                    "java.time..",
                    "java.util..",
                    "org.jspecify..",
                    "se.statsbidrag.rules..");

    @ArchTest
    static final ArchRule NO_CHANCE_AND_NO_THREADS = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "java\\.util\\.Random|java\\.util\\.UUID|java\\.util\\.concurrent\\..*|java\\.lang\\.Thread");

    @ArchTest
    static final ArchRule NO_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(YearMonth.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule NO_FLOATING_POINT_FIELDS = noFields().should().haveRawType(FLOATING_POINT);

    @ArchTest
    static final ArchRule NO_FLOATING_POINT_RESULTS = noMethods().should().haveRawReturnType(FLOATING_POINT);

    @ArchTest
    static final ArchRule NO_FLOATING_POINT_AT_ALL = noClasses().should().dependOnClassesThat(FLOATING_POINT);

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("se.statsbidrag.rules.(*)..").should().beFreeOfCycles();
}
