using FundingReports.Validation;
using FundingReports.Wording;
using static FundingReports.Sentences.ProblemTexts;

namespace FundingReports.Sentences;

/// <summary>What is asked of a form that can be read in two ways: both readings, and what each would mean.</summary>
internal static class QuestionTexts
{
    /// <summary>A cell that has two readings: none is chosen.</summary>
    internal static BilingualText OfCell(ProblemWords a) => a[0] switch
    {
        "two-sums" => a.Has(3)
            ? Say(
                $"{a.Found} : voulez-vous dire {a.Money(1)} ({a.PartOf(1, 3)} du coût du poste) ou {a.Money(2)} ({a.PartOf(2, 3)}) ? Écrivez l'un ou l'autre.",
                $"{a.Found}: do you mean {a.Money(1)} ({a.PartOf(1, 3)} of the cost of the post) or {a.Money(2)} ({a.PartOf(2, 3)})? Write \"{a.Written(1)}\" or \"{a.Written(2)}\".")
            : Say(
                $"{a.Found} : voulez-vous dire {a.Money(1)} ou {a.Money(2)} ? L'un vaut mille fois l'autre. Écrivez-le en entier.",
                $"{a.Found}: do you mean {a.Money(1)} or {a.Money(2)}? One is a thousand times the other. Write \"{a.Written(1)}\" or \"{a.Written(2)}\"."),
        "two-costs" => a.Has(3)
            ? Say(
                $"{a.Found} : voulez-vous dire {a.Money(1)} (financés à {a.PartOf(3, 1)} par les sommes de l'année) ou {a.Money(2)} (à {a.PartOf(3, 2)}) ? Écrivez l'un ou l'autre.",
                $"{a.Found}: do you mean {a.Money(1)} ({a.PartOf(3, 1)} funded by the sums of the year) or {a.Money(2)} ({a.PartOf(3, 2)})? Write \"{a.Written(1)} a year\" or \"{a.Written(2)} a year\".")
            : Say(
                $"{a.Found} : le poste coûte-t-il {a.Money(1)} ou {a.Money(2)} par an ? L'un vaut mille fois l'autre. Écrivez-le en entier.",
                $"{a.Found}: does the post cost {a.Money(1)} or {a.Money(2)} a year? One is a thousand times the other. Write \"{a.Written(1)} a year\" or \"{a.Written(2)} a year\"."),
        "cost-scale" => a.Has(3)
            ? Say(
                $"{a.Found} : le poste coûte-t-il {a.Money(2)} par an (financés à {a.PartOf(3, 2)} par les sommes de l'année) ou {a.Money(1)} (à {a.PartOf(3, 1)}) ? Écrivez « {a.Money(2)} », ou « {a.Money(1)} par an ».",
                $"{a.Found}: does the post cost {a.Money(2)} a year ({a.PartOf(3, 2)} funded by the sums of the year) or {a.Money(1)} ({a.PartOf(3, 1)})? Write \"{a.Written(2)}\", or \"{a.Written(1)} a year\".")
            : Say(
                $"{a.Found} : le poste coûte-t-il {a.Money(2)} ou {a.Money(1)} par an ? L'un vaut mille fois l'autre. Écrivez « {a.Money(2)} », ou « {a.Money(1)} par an ».",
                $"{a.Found}: does the post cost {a.Money(2)} or {a.Money(1)} a year? One is a thousand times the other. Write \"{a.Written(2)}\", or \"{a.Written(1)} a year\"."),
        "date-sum" => Say(
            $"{a.Found} : qui saisit « {a[2]} » dans une cellule en euros y trouve ce nombre, celui d'une date. Écrivez « {a[2]} du coût » si c'est une part, « {a.Money(1)} » si c'est un montant.",
            $"{a.Found}: who types \"{a[2]}\" into a cell of euros finds this number there, that of a date. Write \"{a[2]} of the cost\" if it is a share, \"{a.Written(1)} €\" if it is an amount."),
        "money-or-part" => a.Has(3)
            ? Say(
                $"{a.Found} : {a.Percent(2)} du coût, soit {a.ShareOf(2, 3)} par an, ou {a.Money(1)} ? Écrivez « {a.Percent(2)} », ou « {a.Money(1)} par an ».",
                $"{a.Found}: {a.Percent(2)} of the cost, which is {a.ShareOf(2, 3)} a year, or {a.Money(1)}? Write \"{a.Percent(2)}\", or \"{a.Written(1)} a year\".")
            : Say(
                $"{a.Found} : {a.Percent(2)} du coût, qui suivrait le coût, ou {a.Money(1)}, qui ne paie presque rien ? Écrivez « {a.Percent(2)} », ou « {a.Money(1)} par an ».",
                $"{a.Found}: {a.Percent(2)} of the cost, which would follow the cost, or {a.Money(1)}, which pays next to nothing? Write \"{a.Percent(2)}\", or \"{a.Written(1)} a year\"."),
        "whole-or-percent" => Say(
            $"{a.Found} : tout le coût (écrivez « 100 % »), ou un centième (écrivez « 1 % ») ?{OfCost(a, 2)}",
            $"{a.Found}: the whole cost (write \"100 %\"), or a hundredth (write \"1 %\")?{OfCost(a, 2)}"),
        "zero" => Say(
            $"{a.Found} : rien n'est payé cette année (laissez la cellule vide : la somme manquera au poste), ou la somme n'est pas connue (écrivez « inconnu » : on ne saura pas ce qui manque) ? Écrivez-le.",
            $"{a.Found}: nothing is paid that year (leave the cell blank: the post will lack it), or the sum is not known (write \"unknown\": what is missing will not be known)? Write which."),
        "zero-cost" => Say(
            $"{a.Found} : le coût n'est pas connu (écrivez « inconnu »), ou le poste ne coûte rien (écrivez « 0 € par an » : il compterait comme financé) ? Écrivez-le.",
            $"{a.Found}: the cost is not known (write \"unknown\"), or the post costs nothing (write \"0 € a year\": it would count as funded)? Write which."),
        "zero-cap" => Say(
            $"{a.Found} : aucun plafond (laissez la cellule vide), ou rien n'est payé (écrivez « 0 € ») ? Écrivez-le.",
            $"{a.Found}: no ceiling (leave the cell blank), or nothing is paid (write \"0 €\")? Write which."),
        "balance-sum" => Say(
            $"La nature est « le solde », et la cellule dit {a.Found} : un solde suit le coût (écrivez « le solde » dans la cellule), une somme ne change pas (choisissez « somme »). Si c'est un maximum, écrivez-le dans « {a.Column("Plafond")} ».",
            $"The nature is \"the balance\", and the cell says {a.Found}: a balance follows the cost (write \"the balance\" in the cell), a sum does not change (choose \"sum\"). If it is the most that will be paid, write it under \"{a.Column("Plafond")}\"."),
        "part-not-sum" or "sum-not-part" or "balance-not-nature" => Say(
            $"La cellule dit {a.Found}, et la colonne « {a.Column("Nature")} » autre chose : une somme ne change pas, une part ou un solde suit le coût. Corrigez l'une des deux.",
            $"The cell says {a.Found}, and the column \"{a.Column("Nature")}\" something else: a sum does not change, a part or a balance follows the cost. Correct one of them."),
        "total-sums" => Say(
            $"La ligne est un « total réparti » : toutes ses cellules sont des sommes en euros, et celle-ci dit {a.Found}. Corrigez la cellule, ou la colonne « {a.Column("Nature")} ».",
            $"The row is a \"spread total\": all its cells are sums in euros, and this one says {a.Found}. Correct the cell, or the column \"{a.Column("Nature")}\"."),
        "total-term" => Say(
            $"Un « total réparti » a besoin d'un dernier jour, et la colonne « {a.Column("Au")} » dit {a.Found}. Donnez la date, ou changez la colonne « {a.Column("Nature")} ».",
            $"A \"spread total\" needs a last day, and the column \"{a.Column("Au")}\" says {a.Found}. Give the date, or change the column \"{a.Column("Nature")}\"."),
        "twelve-months" => Say(
            $"La ligne est « par douze mois » : ses cellules sont toutes des sommes, ou toutes des parts du coût, sans année vide entre deux parts ; celle-ci dit {a.Found}. Corrigez les cellules, ou la colonne « {a.Column("Nature")} ».",
            $"The row is \"by twelve months\": its cells are all sums, or all parts of the cost, without a blank year between two parts; this one says {a.Found}. Correct the cells, or the column \"{a.Column("Nature")}\"."),
        "firm-across" => Say(
            $"{a.Found} donne une somme à des jours pour lesquels la ligne a deux montants différents. Donnez une somme par année, ou faites une seconde ligne.",
            $"{a.Found} gives a sum to days for which the row has two different amounts. Give a sum for each year, or make a second row."),
        "part-of-what" => Say(
            $"{a.Found} : une part du coût (choisissez « part du coût »), ou de ce que les autres laissent (choisissez « part du reste » : elle dépend de ce qu'ils paient) ? Corrigez la colonne « {a.Column("Nature")} ».",
            $"{a.Found}: a part of the cost (choose \"part of the cost\"), or of what the others leave (choose \"part of the rest\": it depends on what they pay)? Correct the column \"{a.Column("Nature")}\"."),
        "date-year" => Say(
            $"{a.Found} ne dit pas de quelle année, et la ligne en a plusieurs ou aucune. Écrivez le jour, le mois et l'année, comme 30/06/2026.",
            $"{a.Found} does not say of which year, and the row has several or none. Write day, month and year, such as 30/06/2026."),
        "outside-year" => Say(
            $"La date {a.Found} contredit les crédits inscrits en {a[1]} : ils seraient hors de la période. Corrigez la date, ou videz la cellule de cette année.",
            $"The date {a.Found} contradicts the money entered in {a[1]}: it would be outside the period. Correct the date, or clear the cell of that year."),
        "header-two" => Say(
            $"L'en-tête {a.Found} peut se lire « {a.Word(1)} » ou « {a.Word(2)} » : la colonne n'est pas lue, et ses lignes ne comptent pas. Donnez-lui l'un de ces noms.",
            $"The header {a.Found} can be read as \"{a.Word(1)}\" or \"{a.Word(2)}\": the column is not read, and its rows do not count. Give it one of these names."),
        "header-unit" => Say(
            $"L'en-tête {a.Found} donne une unité, que la cellule ne porte pas. Écrivez dessous des euros par an, et retirez l'unité de l'en-tête.",
            $"The header {a.Found} gives a unit, which its cells do not carry. Write euros a year below it, and take the unit out of the header."),
        "header-money" => Say(
            $"La colonne {a.Found} contient des montants, et son en-tête n'est pas du formulaire : elle n'est pas lue, et ses lignes ne comptent pas. Nommez-la comme lui (2026, Coût 2026, Plafond…) ; si elle n'est que pour vous, faites commencer son nom par « Contrôle ».",
            $"The column {a.Found} holds money, and its header is none of the form: it is not read, and its rows do not count. Name it as the form does (2026, Cost 2026, Cap…); if it is only for yourself, begin its name with \"Check\"."),
        "header-other" => Say(
            $"La colonne {a.Found} contient des montants, et son en-tête n'en annonce pas : elle n'est pas lue, et ses lignes ne comptent pas. Nommez-la par son année (2026, Coût 2026…) ; si elle n'est que pour vous, faites commencer son nom par « Contrôle ».",
            $"The column {a.Found} holds money, and its header announces none: it is not read, and its rows do not count. Name it by its year (2026, Cost 2026…); if it is only for yourself, begin its name with \"Check\"."),
        "header-status" => Say(
            $"La colonne {a.Found} contient un statut, et son en-tête n'est pas du formulaire : elle n'est pas lue, et ses lignes ne comptent pas. Nommez-la « Statut » ; si elle n'est que pour vous, faites commencer son nom par « Contrôle ».",
            $"The column {a.Found} holds a status, and its header is none of the form: it is not read, and its rows do not count. Name it \"Status\"; if it is only for yourself, begin its name with \"Check\"."),
        "header-date" => Say(
            $"La colonne {a.Found} contient des dates, et son en-tête ressemble à un autre : elle n'est pas lue, et ses lignes ne comptent pas. Nommez-la comme le formulaire (Du, Au, Date de l'acte…) ; si elle n'est que pour vous, faites commencer son nom par « Contrôle ».",
            $"The column {a.Found} holds dates, and its header resembles another: it is not read, and its rows do not count. Name it as the form does (From, Until, Date of the act…); if it is only for yourself, begin its name with \"Check\"."),
        "header-year" => Say(
            $"L'en-tête {a.Found} nomme une année éloignée des autres : la colonne n'est pas lue, et ses lignes ne comptent pas. Vérifiez l'année, et corrigez-la.",
            $"The header {a.Found} names a year far from the others: the column is not read, and its rows do not count. Check the year, and correct it."),
        "in-thousands" => Say(
            $"{a.Found} : tous les nombres du tableau sont-ils en milliers d'euros ? Écrivez-les en euros (26 000), ou chacun avec son unité (26 k€), et retirez cette mention.",
            $"{a.Found}: are all numbers of the table in thousands of euros? Write them in euros (26 000), or each with its unit (26 k€), and take this remark away."),
        "funder-or-gap" => Say(
            $"{a.Found} : l'employeur paie-t-il cette somme (écrivez son nom), ou manque-t-elle (retirez la ligne : ce qui manque se calcule) ?",
            $"{a.Found}: does the employer pay this sum (write its name), or is it missing (take the row away: what is missing is worked out)?"),
        "funder-nobody" => Say(
            $"{a.Found} ne dit pas qui paie. Écrivez le nom du financeur ; si personne ne s'est engagé, retirez la ligne : ce qui manque se calcule.",
            $"{a.Found} does not say who pays. Write the name of the funder; if nobody has promised anything, take the row away: what is missing is worked out."),
        "cost-year" => Say(
            $"Rien ne dit de quelle année est ce coût ({a.Found}). Nommez la colonne « Coût 2026 ».",
            $"Nothing says of which year this cost is ({a.Found}). Name the column \"Cost 2026\"."),
        "post-name" => Say(
            $"Plusieurs postes portent le nom {a.Found} ({a[1]} et {a[2]}) : on ne sait lequel est payé. Donnez-leur des noms différents, ou indiquez le lieu ou l'employeur.",
            $"Several posts have the name {a.Found} ({a[1]} and {a[2]}): which is paid is unknown. Give them different names, or say the place or the employer."),
        "amendment" => Say(
            $"Cette ligne donne {a.Found} pour {a[1]}, et {a[2]} donne « {a[3]} » : l'avenant remplace-t-il cette somme (videz {a[1]} dans la ligne d'avant), ou s'y ajoute-t-il (écrivez le total dans une seule ligne) ? Les deux compteraient ensemble.",
            $"This row gives {a.Found} for {a[1]}, and {a[2]} gives \"{a[3]}\": does the amendment replace that sum (clear {a[1]} in the row before), or come on top (write the total in one row)? Both would count together."),
        _ => Say(
            $"{a.Found} peut se lire de deux façons. Écrivez-le autrement.",
            $"{a.Found} can be read in two ways. Write it otherwise."),
    };

    /// <summary>A row that is read in one way, which is said.</summary>
    internal static BilingualText OfRow(ProblemWords a) => a[0] switch
    {
        "begins-before" => Say(
            $"Le financement commence plus tôt ({a.Found}), et aucune somme n'est donnée avant {a[1]} : rien n'est compté avant. Ajoutez ces années si vous les connaissez.",
            $"The money begins earlier ({a.Found}), and no sum is given before {a[1]}: nothing is counted before. Add these years if you know them."),
        "ends-after" => Say(
            $"Le financement court plus loin ({a.Found}), et aucune somme n'est donnée après {a[1]} : son montant y reste inconnu. Ajoutez ces années, ou corrigez la date.",
            $"The money goes on ({a.Found}), and no sum is given after {a[1]}: its amount stays unknown there. Add these years, or correct the date."),
        "firm-without-money" => Say(
            $"Une année ferme ({a.Found}) n'a pas de somme sur cette ligne : elle ne rend rien ferme. Corrigez l'année, ou donnez la somme.",
            $"A firm year ({a.Found}) has no sum on this row: it makes nothing firm. Correct the year, or give the sum."),
        "two-funders" => Say(
            $"{a.Found} nomme plusieurs financeurs : tout compte comme payé par un seul. Faites une ligne pour chacun, avec sa somme.",
            $"{a.Found} names several funders: all counts as paid by one. Make a row for each, with its sum."),
        "only-named" => Say(
            $"La ligne ne dit que {a.Found} : elle compte comme un poste sans coût et sans financement. Si c'est un titre ou une note, retirez-la.",
            $"The row says no more than {a.Found}: it counts as a post without cost and without money. If it is a heading or a note, take it away."),
        "days-of-money" => Say(
            $"La colonne {a.Found} est lue comme le jour du financement, et non du poste. Si c'est celui du poste, nommez-la « {a.Word(1)} ».",
            $"The column {a.Found} is read as the day of the money, and not of the post. If it is that of the post, name it \"{a.Word(1)}\"."),
        "same-year" => Say(
            $"{a[2]} donne déjà « {a[3]} » du même financeur pour ce poste en {a[1]}, et cette ligne {a.Found} : les deux s'ajoutent. Si l'un remplace l'autre, videz l'année dans l'ancienne ligne.",
            $"{a[2]} gives \"{a[3]}\" already of the same funder for this post in {a[1]}, and this row {a.Found}: both add up. If one replaces the other, clear the year in the old row."),
        "near-post" => Say(
            $"{a.Found} n'est nommé qu'une fois, et compte comme un poste à part : voulez-vous dire « {a[1]} » ({a[2]}) ? Si oui, écrivez-le de même ; sinon, il n'y a rien à faire.",
            $"{a.Found} is named only once, and counts as a post of its own: do you mean \"{a[1]}\" ({a[2]})? If so, write it alike; if not, nothing is to be done."),
        _ when a.Has(1) => Say(
            $"Le poste {a.Found} n'est pas dans la liste des postes : son coût reste inconnu. Voulez-vous dire « {a[1]} » ? Si oui, écrivez-le de même ; sinon, ajoutez-le à la liste.",
            $"The post {a.Found} is not in the list of posts: its cost stays unknown. Do you mean \"{a[1]}\"? If so, write it alike; if not, add it to the list."),
        _ => Say(
            $"Le poste {a.Found} n'est pas dans la liste des postes : son coût reste inconnu. Ajoutez-le, ou choisissez un nom de la liste.",
            $"The post {a.Found} is not in the list of posts: its cost stays unknown. Add it, or choose a name of the list."),
    };

    /// <summary>A status that names no act.</summary>
    internal static BilingualText Act(ProblemWords a) => a[0] switch
    {
        "renewed" => Say(
            $"{a.Found} : par quel acte ? Sans lui, le financement compte comme annoncé, et non comme acquis. Choisissez le statut, et écrivez la date de l'acte dans la colonne « {a.Column("Date de l'acte")} » (à ajouter si elle manque).",
            $"{a.Found}: by which act? Without it the money counts as announced, and not as agreed. Choose the status, and write the date of the act in the column \"{a.Column("Date de l'acte")}\" (to be added where it is absent)."),
        "paid" => Say(
            $"{a.Found} : par quel acte ? Ce qui est payé a été décidé : le financement compte comme délibéré, et non comme conventionné. Choisissez le statut, et écrivez la date de l'acte dans la colonne « {a.Column("Date de l'acte")} » (à ajouter si elle manque).",
            $"{a.Found}: by which act? What is paid was decided: the money counts as granted, and not as signed. Choose the status, and write the date of the act in the column \"{a.Column("Date de l'acte")}\" (to be added where it is absent)."),
        "signed" when a.Has(1) => Say(
            $"« conventionné » : aucune colonne ne dit la date de l'acte, et sans elle, on ne sait pas depuis quand le financement est acquis. Ajoutez une colonne « Date de l'acte » : ce nom sur la ligne des en-têtes, la date sur celle de ce financement.",
            $"\"signed\": no column says the date of the act, and without it, since when the money is agreed is unknown. Add the column \"Date of the act\": this name in the row of the headers, the date in that of this commitment."),
        "signed" => Say(
            $"« conventionné » : quelle est la date de l'acte ? Sans elle, on ne sait pas depuis quand le financement est acquis. Écrivez-la dans cette colonne.",
            $"\"signed\": what is the date of the act? Without it, since when the money is agreed is unknown. Write it in this column."),
        _ when a.Has(1) => Say(
            $"Aucune colonne ne dit le statut : le financement compte comme annoncé, et non comme acquis. Ajoutez une colonne « Statut » : ce nom sur la ligne des en-têtes, et sur chaque ligne un mot : sollicité, annoncé, délibéré, conventionné ou refusé.",
            $"No column says the status: the money counts as announced, and not as agreed. Add a column \"Status\": this name in the row of the headers, and in each row one word: requested, announced, granted, signed or refused."),
        _ => Say(
            $"Le statut n'est pas dit : le financement compte comme annoncé, et non comme acquis. Écrivez-le : sollicité, annoncé, délibéré, conventionné ou refusé.",
            $"The status is not said: the money counts as announced, and not as agreed. Write it: requested, announced, granted, signed or refused."),
    };

    internal static BilingualText NameTaken(ProblemWords a) => a[0] is "funder"
        ? Say(
            $"{a.Found} est lu comme « {a[1]} » ({a[2]}) : est-ce le même financeur ? Si oui, écrivez-le de même ; sinon, donnez-leur des noms qui les distinguent.",
            $"{a.Found} is read as \"{a[1]}\" ({a[2]}): is it the same funder? If so, write it alike; if not, give them names that tell them apart.")
        : Say(
            $"{a.Found} est lu comme « {a[1]} » ({a[2]}) : est-ce le même poste ? Si oui, écrivez-le de même ; sinon, donnez-leur des noms qui les distinguent.",
            $"{a.Found} is read as \"{a[1]}\" ({a[2]}): is it the same post? If so, write it alike; if not, give them names that tell them apart.");

    internal static BilingualText AsAbove(ProblemWords a) => a.IsOne(0)
        ? Say(
            $"La ligne {a[1]} ne nomme pas son poste : elle est rattachée à celui de la ligne au-dessus. Vérifiez-le.",
            $"Row {a[1]} names no post: it is taken for the post of the row above. Check it.")
        : Say(
            $"Des lignes ne nomment pas leur poste ({a[1]}) : elles sont rattachées à celui de la ligne au-dessus. Vérifiez-le.",
            $"Some rows name no post ({a[1]}): they are taken for the post of the row above. Check it.");

    internal static BilingualText Corrected(ProblemWords a) => a.IsBlank
        ? Say(
            $"La cellule est vide dans le fichier : « {a.Word(0)} » est lu à la place, comme vous l'avez corrigé. Corrigez-la aussi dans le fichier.",
            $"The cell is blank in the file: \"{a.Word(0)}\" is read instead, as you have corrected it. Correct it in the file too.")
        : a.Has(0)
        ? Say(
            $"Le fichier dit {a.Found} : « {a.Word(0)} » est lu à la place, comme vous l'avez corrigé. Corrigez-le aussi dans le fichier.",
            $"The file says {a.Found}: \"{a.Word(0)}\" is read instead, as you have corrected it. Correct it in the file too.")
        : Say(
            $"Le fichier dit {a.Found} : la cellule est lue comme vide, comme vous l'avez corrigée. Corrigez-la aussi dans le fichier.",
            $"The file says {a.Found}: the cell is read as blank, as you have corrected it. Correct it in the file too.");

    internal static BilingualText NotCorrected(ProblemWords a) => Say(
        $"La correction {a.FoundOrNothing} n'a pas été faite : le fichier n'a pas cette cellule, ou sa feuille n'est pas lue. Retirez-la, ou indiquez une autre cellule.",
        $"The correction {a.FoundOrNothing} was not made: the file has no such cell, or its sheet is not read. Remove it, or name another cell.");

    // Nothing where the cost is not known.
    private static BilingualText OfCost(ProblemWords a, int cost) => a.Has(cost)
        ? Say($" Le coût est de {a.Money(cost)} : corrigez la cellule.", $" The cost is {a.Money(cost)}: correct the cell.")
        : Say($" Corrigez la cellule.", $" Correct the cell.");
}
