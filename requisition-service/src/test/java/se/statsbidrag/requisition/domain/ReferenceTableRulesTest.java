package se.statsbidrag.requisition.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.requisition.domain.ReferenceTableRules.Reading;
import se.statsbidrag.rules.value.RecipientCode;

class ReferenceTableRulesTest {
    private static final ReferenceTableForms FORMS = ReferenceTableForms.of("""
            table,recipients,complete,column,sum,counts
            population,REGIONS,yes,value,,
            amounts,REGIONS,yes,value,100,
            classes,MUNICIPALITIES,no,class,,NEAR=2 FAR=1
            named,ALL,no,,,
            """, """
            code,name
            01,Region Ett
            03,Region Tre
            0114,Kommun A
            0115,Kommun B
            0117,Kommun C
            """);

    private static Reading read(String table, String... lines) {
        List<TableRow> rows = new ArrayList<>();
        IntStream.range(0, lines.length)
                .forEach(index -> rows.add(new TableRow(index + 1, List.of(lines[index].split(",", -1)))));
        return ReferenceTableRules.read(FORMS.form(table).orElseThrow(), FORMS.official(), rows);
    }

    @Test
    void aWholeTableIsReadByRecipient() {
        Reading reading = read("population", "recipient,value", "03,0", "01,999999999999");

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.values()).containsEntry(new RecipientCode("03"), "0").hasSize(2);
        assertThat(read("amounts", "recipient,value", "01,60", "03,40").faults())
                .isEmpty();
        assertThat(read("classes", "recipient,class", "0114,NEAR", "0115,NEAR", "0117,FAR")
                        .faults())
                .isEmpty();
        assertThat(read("named", "recipient", "0114", "03").values()).hasSize(2).containsValue("");
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '!', textBlock = """
        population ! recipient;value  ! 01;5        ! line 1: |separated by semicolons|recipient,value
        population ! recipient,values ! 01,5        ! line 1: |is not the header of population
        population ! recipient,value  ! 01,5        ! recipient '03': is missing: Region Tre
        population ! recipient,value  ! 01,5 03     ! line 3: |has 1 fields, the header 2
        population ! recipient,value  ! 01,5 03,-1  ! line 3: value '-1': is not a whole number
        population ! recipient,value  ! 01,5 03,1.0 ! line 3: value '1.0': is not a whole number
        population ! recipient,value  ! 01,5 03,007 ! line 3: value '007': is not a whole number
        population ! recipient,value  ! 01,5 03,    ! line 3: value '': is not a whole number
        population ! recipient,value  ! 01,5 3,5    ! line 3: recipient '3': is no region's|recipient '03': is missing
        population ! recipient,value  ! 01,5 03,6 0114,7 ! line 4: recipient '0114': is not among those|remove the row
        population ! recipient,value  ! 01,5 03,6 01,5   ! line 4: recipient '01': stands in line 2 already
        amounts    ! recipient,value  ! 01,60 03,41 ! value '101': is the sum, which must be 100
        classes    ! recipient,class  ! 0114,NEAR 0115,FAR 0117,FAR ! class 'FAR': has 2 recipients, and must have 1|'NEAR': has 1
        classes    ! recipient,class  ! 0114,NEARER ! line 2: class 'NEARER': is no class; write one of FAR, NEAR
        classes    ! recipient,class  ! 01,NEAR     ! line 2: recipient '01': is not among those
        named      ! recipient        ! 9999        ! line 2: recipient '9999': is no region's or municipality's code
        """)
    void whatIsWrongIsNamedWithItsRow(String table, String header, String rows, String told) {
        List<String> lines = new ArrayList<>(List.of(header));
        lines.addAll(List.of(rows.split(" ")));

        String faults = read(table, lines.toArray(String[]::new)).faults().toString();

        assertThat(faults).contains(told.split("\\|"));
    }

    @Test
    void allFaultsComeAtOnce() {
        assertThat(read("population", "recipient,value", "1,x", "0114,y").faults())
                .extracting(RowFault::row)
                .containsExactly(2, 2, 3, 3, null, null);
    }

    @Test
    void anEmptyFileAndOneOfAHeaderAloneAreRefused() {
        assertThat(read("population").faults()).extracting(RowFault::fault).containsExactly("the file is empty");
        assertThat(read("named", "recipient").faults())
                .extracting(RowFault::fault)
                .containsExactly("has a header and no rows");
    }
}
