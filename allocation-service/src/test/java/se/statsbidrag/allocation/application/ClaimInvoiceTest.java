package se.statsbidrag.allocation.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.helger.diagnostics.error.IError;
import com.helger.io.resource.inmemory.ReadableResourceByteArray;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.IValidationExecutorSet;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.result.ValidationResultList;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.peppol.PeppolValidation2025_05;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.allocation.application.ClaimInvoice.Payee;
import se.statsbidrag.allocation.domain.ledger.Claim;
import se.statsbidrag.allocation.support.ShippedDefinition;
import se.statsbidrag.events.ClaimDecided;
import se.statsbidrag.events.ClaimInvoiced;
import se.statsbidrag.events.ClaimProposed;
import se.statsbidrag.events.PaymentDetails;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinitionReader;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.RecipientCode;

/** Invoices keep the official rules of Peppol BIS Billing 3, those for Sweden among them. */
class ClaimInvoiceTest {
    private static final OrganisationNumber AGENCY = new OrganisationNumber("202100-0555");

    @ParameterizedTest
    @CsvSource({
        "korta-vardkoerna-2025, 14, unused, 1, BANKGIRO, 50501055, ''",
        "tillganglighet-2025, 23, unused, 147463134, PLUSGIRO, 156529, ''",
        "god-nara-vard-2025, 0980, other-purpose, 15, ACCOUNT, SE3550000000054910000003, ESSESESS"
    })
    void anInvoiceKeepsTheOfficialRules(
            String programme, String recipient, String ground, long amount, String kind, String number, String bank) {
        PaymentDetails account = new PaymentDetails(PaymentDetails.Kind.valueOf(kind), number, bank);
        ProgrammeDefinition definition = ProgrammeDefinitionReader.read(ShippedDefinition.tree(programme))
                .orThrow();

        byte[] invoice = ClaimInvoice.write(
                definition,
                invoiced(definition, recipient, ground, amount),
                new Payee("Socialstyrelsen", AGENCY, account));

        assertThat(faults(invoice)).isEmpty();
        assertThat(new String(invoice, StandardCharsets.UTF_8)).contains(">" + amount + "<", number);
    }

    @Test
    void theRulesWouldTellABrokenInvoice() {
        ProgrammeDefinition definition = ShippedDefinition.definition();
        PaymentDetails account = new PaymentDetails(PaymentDetails.Kind.BANKGIRO, "50501055", "");
        String invoice = new String(
                ClaimInvoice.write(
                        definition,
                        invoiced(definition, "14", "unused", 40),
                        new Payee("Socialstyrelsen", AGENCY, account)),
                StandardCharsets.UTF_8);

        assertThat(faults(invoice.replaceAll("(<[a-z:]*PayableAmount[^>]*>)40", "$141")
                        .getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
        assertThat(invoice)
                .as("no waiver and no appeal where the source states none")
                .doesNotContain("överklag");
    }

    private static Claim invoiced(ProgrammeDefinition definition, String recipient, String ground, long amount) {
        ClaimProposed proposed = new ClaimProposed(
                definition.id(),
                1,
                new RecipientCode(recipient),
                ground,
                false,
                amount,
                List.of(),
                "Oanvända medel",
                List.of());
        return new Claim(
                proposed,
                Instant.EPOCH,
                "person-1",
                null,
                null,
                new ClaimDecided(
                        definition.id(),
                        1,
                        definition.caseNumberSeries().prefix() + "K1",
                        amount,
                        0,
                        "person-1",
                        "skäl"),
                Instant.EPOCH,
                "person-2",
                null,
                new ClaimInvoiced(
                        definition.id(),
                        1,
                        definition.caseNumberSeries().prefix() + "F1",
                        LocalDate.parse("2026-03-02"),
                        LocalDate.parse("2026-04-01"),
                        "beslutat"),
                List.of());
    }

    private static List<String> faults(byte[] invoice) {
        ValidationExecutorSetRegistry<IValidationSourceXML> registry = Rules.REGISTRY;
        IValidationExecutorSet<IValidationSourceXML> rules =
                Objects.requireNonNull(registry.getOfID(PeppolValidation2025_05.VID_OPENPEPPOL_INVOICE_UBL_V3));
        ValidationResultList results = ValidationExecutionManager.executeValidation(
                IValidityDeterminator.createDefault(),
                rules,
                ValidationSourceXML.create(new ReadableResourceByteArray(invoice)));
        List<String> faults = new ArrayList<>();
        for (IError error : results.getAllFailures()) {
            String text = error.getErrorText(Locale.ENGLISH);
            // The rules' own style sheets warn when they are compiled.
            if (!"Transformation warning".equals(text)) {
                faults.add(error.getErrorID() + ": " + text);
            }
        }
        return faults;
    }

    /** Read once: it takes seconds. */
    private static final class Rules {
        static final ValidationExecutorSetRegistry<IValidationSourceXML> REGISTRY =
                new ValidationExecutorSetRegistry<>();

        static {
            EN16931Validation.initEN16931(REGISTRY);
            PeppolValidation2025_05.init(REGISTRY);
        }
    }
}
