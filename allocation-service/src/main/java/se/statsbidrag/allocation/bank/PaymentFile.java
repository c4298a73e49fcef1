package se.statsbidrag.allocation.bank;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.MxWriteConfiguration;
import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.AccountSchemeName1Choice;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.BranchAndFinancialInstitutionIdentification6;
import com.prowidesoftware.swift.model.mx.dic.CashAccount38;
import com.prowidesoftware.swift.model.mx.dic.CategoryPurpose1Choice;
import com.prowidesoftware.swift.model.mx.dic.ChargeBearerType1Code;
import com.prowidesoftware.swift.model.mx.dic.ClearingSystemIdentification2Choice;
import com.prowidesoftware.swift.model.mx.dic.ClearingSystemMemberIdentification2;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.FinancialInstitutionIdentification18;
import com.prowidesoftware.swift.model.mx.dic.GenericAccountIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GenericOrganisationIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader85;
import com.prowidesoftware.swift.model.mx.dic.OrganisationIdentification29;
import com.prowidesoftware.swift.model.mx.dic.OrganisationIdentificationSchemeName1Choice;
import com.prowidesoftware.swift.model.mx.dic.Party38Choice;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import com.prowidesoftware.swift.model.mx.dic.PaymentIdentification6;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import com.prowidesoftware.swift.model.mx.dic.PaymentMethod3Code;
import com.prowidesoftware.swift.model.mx.dic.PaymentTypeInformation26;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation16;
import com.prowidesoftware.swift.model.mx.dic.ServiceLevel8Choice;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import se.statsbidrag.events.PaymentBatchPrepared;
import se.statsbidrag.events.PaymentDetails;
import se.statsbidrag.rules.value.OrganisationNumber;

/**
 * A batch as the bank reads it: a customer credit transfer initiation, pain.001.001.09, UTF-8. A function of the event alone:
 * the same batch gives the same bytes.
 */
public final class PaymentFile {
    private static final String CURRENCY = "SEK";
    /** Sweden's clearing numbers. */
    private static final String SWEDISH_CLEARING = "SESBA";

    private PaymentFile() {}

    /** The file of a batch; its hash is not looked at. */
    public static byte[] of(PaymentBatchPrepared batch) {
        List<PaymentBatchPrepared.Payment> payments = batch.payments();
        String count = String.valueOf(payments.size());
        BigDecimal sum = BigDecimal.valueOf(payments.stream()
                .mapToLong(PaymentBatchPrepared.Payment::amount)
                .reduce(0, Math::addExact));
        PartyIdentification135 agency = agency(batch.payer(), batch.agency());
        PaymentInstruction30 instruction = new PaymentInstruction30()
                .setPmtInfId(batch.message())
                .setPmtMtd(PaymentMethod3Code.TRF)
                .setBtchBookg(false)
                .setNbOfTxs(count)
                .setCtrlSum(sum)
                .setPmtTpInf(new PaymentTypeInformation26()
                        .addSvcLvl(new ServiceLevel8Choice().setCd("NURG"))
                        .setCtgyPurp(new CategoryPurpose1Choice().setCd("GOVT")))
                .setReqdExctnDt(new DateAndDateTime2Choice().setDt(batch.executionDate()))
                .setDbtr(agency)
                .setDbtrAcct(account(batch.from()).setCcy(CURRENCY))
                .setDbtrAgt(bank(batch.from()))
                .setChrgBr(ChargeBearerType1Code.SLEV);
        payments.forEach(payment -> instruction.addCdtTrfTxInf(transfer(payment)));
        MxPain00100109 file = new MxPain00100109()
                .setCstmrCdtTrfInitn(new CustomerCreditTransferInitiationV09()
                        .setGrpHdr(new GroupHeader85()
                                .setMsgId(batch.message())
                                .setCreDtTm(batch.createdAt()
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .atOffset(ZoneOffset.UTC))
                                .setNbOfTxs(count)
                                .setCtrlSum(sum)
                                .setInitgPty(agency))
                        .addPmtInf(instruction));
        MxWriteConfiguration form = new MxWriteConfiguration();
        form.useCategoryAsDocumentPrefix = false;
        form.documentPrefix = null;
        form.includeXMLDeclaration = true;
        form.indent = "  ";
        return file.message(form).getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256, 64 hexadecimal digits. */
    public static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static CreditTransferTransaction34 transfer(PaymentBatchPrepared.Payment payment) {
        return new CreditTransferTransaction34()
                .setPmtId(new PaymentIdentification6().setInstrId(payment.id()).setEndToEndId(payment.id()))
                .setAmt(new AmountType4Choice()
                        .setInstdAmt(new ActiveOrHistoricCurrencyAndAmount()
                                .setCcy(CURRENCY)
                                .setValue(BigDecimal.valueOf(payment.amount()))))
                .setCdtrAgt(bank(payment.to()))
                .setCdtr(new PartyIdentification135().setNm(payment.name()))
                .setCdtrAcct(account(payment.to()))
                .setRmtInf(new RemittanceInformation16().addUstrd(payment.text()));
    }

    private static PartyIdentification135 agency(String name, OrganisationNumber number) {
        return new PartyIdentification135()
                .setNm(name)
                .setId(new Party38Choice()
                        .setOrgId(new OrganisationIdentification29()
                                .addOthr(new GenericOrganisationIdentification1()
                                        .setId(number.value().replace("-", ""))
                                        .setSchmeNm(new OrganisationIdentificationSchemeName1Choice().setCd("COID")))));
    }

    private static CashAccount38 account(PaymentDetails details) {
        AccountIdentification4Choice id = new AccountIdentification4Choice();
        return new CashAccount38()
                .setId(
                        switch (details.kind()) {
                            case ACCOUNT -> id.setIBAN(details.number());
                            case BANKGIRO ->
                                id.setOthr(other(details, new AccountSchemeName1Choice().setPrtry("BGNR")));
                            case PLUSGIRO -> id.setOthr(other(details, new AccountSchemeName1Choice().setCd("BBAN")));
                        });
    }

    private static GenericAccountIdentification1 other(PaymentDetails details, AccountSchemeName1Choice scheme) {
        return new GenericAccountIdentification1().setId(details.number()).setSchmeNm(scheme);
    }

    /** Swedish practice: Bankgiro has the clearing number 9900, Plusgiro 9960. */
    private static BranchAndFinancialInstitutionIdentification6 bank(PaymentDetails details) {
        FinancialInstitutionIdentification18 bank = new FinancialInstitutionIdentification18();
        return new BranchAndFinancialInstitutionIdentification6()
                .setFinInstnId(
                        switch (details.kind()) {
                            case ACCOUNT -> bank.setBICFI(details.bank());
                            case BANKGIRO -> bank.setClrSysMmbId(clearing("9900"));
                            case PLUSGIRO -> bank.setClrSysMmbId(clearing("9960"));
                        });
    }

    private static ClearingSystemMemberIdentification2 clearing(String number) {
        return new ClearingSystemMemberIdentification2()
                .setClrSysId(new ClearingSystemIdentification2Choice().setCd(SWEDISH_CLEARING))
                .setMmbId(number);
    }
}
