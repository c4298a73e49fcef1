package se.statsbidrag.allocation.application;

import com.helger.ubl21.UBL21Marshaller;
import java.math.BigDecimal;
import java.util.List;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AddressType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BranchType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CountryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CustomerPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.FinancialAccountType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.InvoiceLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.MonetaryTotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyLegalEntityType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentMeansType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PriceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.SupplierPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxCategoryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSubtotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxTotalType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.NoteType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.PaymentIDType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;
import se.statsbidrag.allocation.domain.ledger.Claim;
import se.statsbidrag.allocation.domain.ledger.ClaimActs;
import se.statsbidrag.events.ClaimDecided;
import se.statsbidrag.events.ClaimInvoiced;
import se.statsbidrag.events.PaymentDetails;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.programme.Repayment;
import se.statsbidrag.rules.value.OrganisationNumber;

/**
 * An invoiced claim as Peppol BIS Billing 3 (UBL 2.1). A repayment is no sale: outside the scope of value-added tax,
 * category O.
 */
public final class ClaimInvoice {
    private static final String CUSTOMIZATION =
            "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
    private static final String PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
    private static final String INVOICE = "380";
    private static final String CREDIT_TRANSFER = "30";
    private static final String SWEDISH_ORGANISATION_NUMBER = "0007";
    private static final String PIECE = "C62";
    private static final String KRONOR = "SEK";
    private static final String OUTSIDE_VALUE_ADDED_TAX = "O";
    private static final String NO_VALUE_ADDED_TAX = "Återbetalning av statsbidrag omfattas inte av mervärdesskatt";

    private ClaimInvoice() {}

    /**
     * Whom and where to pay.
     *
     * @param account digits alone, or an IBAN
     */
    public record Payee(String name, OrganisationNumber organisationNumber, PaymentDetails account) {}

    /**
     * The invoice, in UTF-8; the same claim always gives the same bytes.
     *
     * @throws IllegalArgumentException when the claim is not invoiced, or its recipient has no organisation number
     */
    public static byte[] write(ProgrammeDefinition definition, Claim claim, Payee payee) {
        ClaimInvoiced invoiced = claim.invoice();
        ClaimDecided decision = claim.decision();
        Recipient recipient = definition.recipient(claim.event().recipient()).orElseThrow();
        OrganisationNumber buyer = recipient.organisationNumber();
        if (invoiced == null || decision == null || buyer == null) {
            throw new IllegalArgumentException("not invoiced, or no organisation number: " + claim.event());
        }
        BigDecimal amount = BigDecimal.valueOf(decision.claimed());
        InvoiceType invoice = new InvoiceType();
        invoice.setCustomizationID(CUSTOMIZATION);
        invoice.setProfileID(PROFILE);
        invoice.setID(invoiced.invoice());
        invoice.setIssueDate(invoiced.issued());
        invoice.setDueDate(invoiced.due());
        invoice.setInvoiceTypeCode(INVOICE);
        invoice.setNote(List.of(new NoteType(note(definition, claim, decision))));
        invoice.setDocumentCurrencyCode(KRONOR);
        invoice.setBuyerReference(decision.caseNumber());
        SupplierPartyType supplier = new SupplierPartyType();
        supplier.setParty(party(payee.name(), payee.organisationNumber()));
        invoice.setAccountingSupplierParty(supplier);
        CustomerPartyType customer = new CustomerPartyType();
        customer.setParty(party(recipient.name(), buyer));
        invoice.setAccountingCustomerParty(customer);
        invoice.setPaymentMeans(List.of(means(payee, invoiced.invoice())));
        invoice.setTaxTotal(List.of(tax(amount)));
        invoice.setLegalMonetaryTotal(total(amount));
        invoice.setInvoiceLine(List.of(line(definition, amount)));
        byte[] written = UBL21Marshaller.invoice().getAsBytes(invoice);
        if (written == null) {
            throw new IllegalStateException(
                    "the invoice of claim " + claim.event().claim() + " cannot be written");
        }
        return written;
    }

    private static String note(ProgrammeDefinition definition, Claim claim, ClaimDecided decision) {
        Repayment.Ground ground =
                ClaimActs.ground(definition, claim.event().ground()).orElseThrow();
        return "Återkrav enligt beslut " + decision.caseNumber() + ". " + ground.text() + " (" + ground.source() + ").";
    }

    private static PartyType party(String name, OrganisationNumber number) {
        String digits = number.value().replace("-", "");
        PartyType party = new PartyType();
        party.setEndpointID(digits).setSchemeID(SWEDISH_ORGANISATION_NUMBER);
        AddressType address = new AddressType();
        CountryType country = new CountryType();
        country.setIdentificationCode("SE");
        address.setCountry(country);
        party.setPostalAddress(address);
        PartyLegalEntityType legal = new PartyLegalEntityType();
        legal.setRegistrationName(name);
        legal.setCompanyID(digits).setSchemeID(SWEDISH_ORGANISATION_NUMBER);
        party.setPartyLegalEntity(List.of(legal));
        return party;
    }

    private static PaymentMeansType means(Payee payee, String invoice) {
        PaymentMeansType means = new PaymentMeansType();
        means.setPaymentMeansCode(CREDIT_TRANSFER);
        means.setPaymentID(List.of(new PaymentIDType(invoice)));
        FinancialAccountType account = new FinancialAccountType();
        account.setID(payee.account().number());
        BranchType branch = new BranchType();
        switch (payee.account().kind()) {
            case BANKGIRO -> branch.setID("SE:BANKGIRO");
            case PLUSGIRO -> branch.setID("SE:PLUSGIRO");
            case ACCOUNT -> branch.setID(payee.account().bank());
        }
        account.setFinancialInstitutionBranch(branch);
        means.setPayeeFinancialAccount(account);
        return means;
    }

    private static TaxTotalType tax(BigDecimal amount) {
        TaxSubtotalType subtotal = new TaxSubtotalType();
        subtotal.setTaxableAmount(amount).setCurrencyID(KRONOR);
        subtotal.setTaxAmount(BigDecimal.ZERO).setCurrencyID(KRONOR);
        TaxCategoryType category = category();
        category.setTaxExemptionReason(
                List.of(new oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.TaxExemptionReasonType(
                        NO_VALUE_ADDED_TAX)));
        subtotal.setTaxCategory(category);
        TaxTotalType tax = new TaxTotalType();
        tax.setTaxAmount(BigDecimal.ZERO).setCurrencyID(KRONOR);
        tax.setTaxSubtotal(List.of(subtotal));
        return tax;
    }

    private static TaxCategoryType category() {
        TaxSchemeType scheme = new TaxSchemeType();
        scheme.setID("VAT");
        TaxCategoryType category = new TaxCategoryType();
        category.setID(OUTSIDE_VALUE_ADDED_TAX);
        category.setTaxScheme(scheme);
        return category;
    }

    private static MonetaryTotalType total(BigDecimal amount) {
        MonetaryTotalType total = new MonetaryTotalType();
        total.setLineExtensionAmount(amount).setCurrencyID(KRONOR);
        total.setTaxExclusiveAmount(amount).setCurrencyID(KRONOR);
        total.setTaxInclusiveAmount(amount).setCurrencyID(KRONOR);
        total.setPayableAmount(amount).setCurrencyID(KRONOR);
        return total;
    }

    private static InvoiceLineType line(ProgrammeDefinition definition, BigDecimal amount) {
        ItemType item = new ItemType();
        item.setName("Återbetalning av statsbidrag: " + definition.title().swedish());
        item.setClassifiedTaxCategory(List.of(category()));
        PriceType price = new PriceType();
        price.setPriceAmount(amount).setCurrencyID(KRONOR);
        InvoiceLineType line = new InvoiceLineType();
        line.setID("1");
        line.setInvoicedQuantity(BigDecimal.ONE).setUnitCode(PIECE);
        line.setLineExtensionAmount(amount).setCurrencyID(KRONOR);
        line.setItem(item);
        line.setPrice(price);
        return line;
    }
}
