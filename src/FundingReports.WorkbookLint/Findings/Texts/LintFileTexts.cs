using FundingReports.Sentences;
using FundingReports.Wording;
using static FundingReports.WorkbookLint.Findings.Texts.LintTexts;

namespace FundingReports.WorkbookLint.Findings.Texts;

/// <summary>What is said of a workbook that cannot be opened, or not to its end.</summary>
internal static class LintFileTexts
{
    internal static BilingualText Unreadable(string cause) => cause switch
    {
        "empty" => Say(
            $"Le fichier est vide. Vérifiez que c'est le bon et qu'il a été enregistré.",
            $"The file is empty. Check that it is the right one and that it was saved."),
        "too-large" => Say(
            $"Le fichier est trop gros pour être contrôlé (plus de 256 Mio). Retirez-en les images, ou séparez-le.",
            $"The file is too large to be checked (more than 256 MiB). Take the pictures out, or split it."),
        "bomb" => Say(
            $"Le fichier, une fois décompressé, serait démesuré : il n'est pas ouvert. Demandez-le de nouveau à son auteur.",
            $"Once decompressed the file would be huge: it is not opened. Ask its author for it again."),
        "dtd" => Say(
            $"Le fichier contient une définition de type de document, qu'aucun tableur n'écrit : il n'est pas lu plus avant. Demandez-le de nouveau à son auteur.",
            $"The file holds a document type definition, which no spreadsheet writes: it is not read any further. Ask its author for it again."),
        "password" => Say(
            $"Le fichier est protégé par un mot de passe, ou c'est un ancien classeur (.xls). Retirez le mot de passe et enregistrez-le en .xlsx.",
            $"The file is protected by a password, or it is an old workbook (.xls). Remove the password and save it as .xlsx."),
        "ods" => Say(
            $"Le fichier est un classeur OpenDocument (.ods). Ouvrez-le, puis Fichier, « Enregistrer sous… », classeur Excel (.xlsx).",
            $"The file is an OpenDocument spreadsheet (.ods). Open it, then File, \"Save As…\", Excel workbook (.xlsx)."),
        "xlsb" => Say(
            $"Le fichier est un classeur Excel binaire (.xlsb). Ouvrez-le, puis « Enregistrer sous… », classeur Excel (.xlsx).",
            $"The file is a binary Excel workbook (.xlsb). Open it, then \"Save As…\", Excel workbook (.xlsx)."),
        "not-a-workbook" => Say(
            $"Le fichier n'est pas un classeur .xlsx, quel que soit son nom. Donnez le classeur.",
            $"The file is no .xlsx workbook, whatever its name. Give the workbook."),
        _ => Say(
            $"Le fichier est endommagé : il ne peut pas être lu. Ouvrez-le dans Excel ou LibreOffice, enregistrez-le de nouveau, ou redemandez-le.",
            $"The file is damaged: it cannot be read. Open it in Excel or LibreOffice, save it again, or ask for it anew."),
    };

    internal static BilingualText Damaged(LintWords a) => a[1] switch
    {
        "missing" => Say(
            $"Le classeur cite {a.Quote(0)}, qu'il ne contient pas. Ouvrez-le dans un tableur et enregistrez-le de nouveau.",
            $"The workbook refers to {a.Quote(0)}, which it does not hold. Open it in a spreadsheet and save it again."),
        "outside" => Say(
            $"Le classeur cite {a.Quote(0)}, hors de lui-même ; rien n'a été lu là. Demandez le fichier de nouveau à son auteur.",
            $"The workbook refers to {a.Quote(0)}, outside of itself; nothing was read there. Ask its author for the file again."),
        "too-large" => Say(
            $"La partie {a.Quote(0)} est trop grosse pour être contrôlée. Le reste l'a été.",
            $"The part {a.Quote(0)} is too large to be checked. The rest was."),
        _ => Say(
            $"La partie {a.Quote(0)} est illisible ; le reste a été contrôlé. Ouvrez le classeur dans un tableur et enregistrez-le de nouveau.",
            $"The part {a.Quote(0)} cannot be read; the rest was checked. Open the workbook in a spreadsheet and save it again."),
    };
}
