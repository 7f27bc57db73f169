using System.CommandLine;
using FundingReports.Cli.Host;
using FundingReports.Cli.Input;
using FundingReports.Cli.Pages;
using FundingReports.Cli.Usage;

namespace FundingReports.Cli.Commands;

/// <summary>The answers: on the terminal, as analysis@1, or as the paragraph to paste in a note.</summary>
internal static class AnalyseCommand
{
    internal static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("analyse", language.Say("les réponses : à l'écran, en JSON, ou en paragraphe pour une note",
            "the answers: on the screen, as JSON, or as a paragraph for a note"));
        command.Aliases.Add("analyser");
        var common = new CommonOptions(command, terminal, language);
        var json =
            new Option<string?>("--json") {
                Description = language.Say("écrire les réponses en JSON (analysis@1) ; « - » pour la sortie standard",
                    "write the answers as JSON (analysis@1); “-” for standard output") };
        var note = new Option<bool>("--note") {
            Description = language.Say("le paragraphe à coller dans une note", "the paragraph to paste in a note") };
        command.Options.Add(json);
        command.Options.Add(note);
        var noteHtml =
            new Option<string?>("--note-html") {
                Description = language.Say("écrire la note à coller dans Word, avec un tableau des postes (.html)",
                    "write the note to paste into Word, with a table of the posts (.html)") };
        command.Options.Add(noteHtml);
        command.SetAction(
            parsed => Run(common.Read(parsed), parsed.GetValue(json), parsed.GetValue(note), parsed.GetValue(noteHtml), terminal));
        return command;
    }

    private static int Run(Request request, string? json, bool note, string? noteHtml, Terminal terminal)
    {
        if (json is "-" && note)
            throw CommonOptions.Wrong(UsageTexts.NoteInJson(request.Language));
        if (noteHtml is not null && !noteHtml.EndsWith(".html", StringComparison.OrdinalIgnoreCase))
            throw CommonOptions.Wrong(UsageTexts.NotAnHtmlName(noteHtml, request.Language));
        GuardedFiles.RefuseSame(request.Inputs, request.Language, noteHtml, json is "-" ? null : json);
        FundingAnalysis analysis = Reading.Analyse(request, terminal);
        if (noteHtml is not null)
            GuardedFiles.Write(noteHtml, request.Language, path => File.WriteAllText(path, Page(analysis, request.Language)));
        if (json is "-")
        {
            // Into memory first: half an answer is of no use to anybody.
            using var whole = new MemoryStream();
            terminal.Outputs.Json(analysis, whole);
            whole.WriteTo(terminal.Bytes);
            terminal.Bytes.Flush();
            return ExitCode.Done;
        }
        if (json is not null)
            GuardedFiles.Write(json, request.Language, path =>
            {
                using FileStream file = File.Create(path);
                terminal.Outputs.Json(analysis, file);
            });
        if (noteHtml is not null && !note)
        {
            terminal.Output.WriteLine(AnalysisPage.Written(analysis, noteHtml, request.Language));
            return ExitCode.Done;
        }
        terminal.Output.WriteLine(note ? analysis.Note(request.Language) : AnalysisPage.Of(analysis, request.Language));
        return ExitCode.Done;
    }

    /// <summary>The note as a page of its own: what opens it must know its characters.</summary>
    private static string Page(FundingAnalysis analysis, Language language) =>
        $"<!DOCTYPE html>\n<html lang=\"{language.Say("fr", "en")}\">\n<head><meta charset=\"utf-8\"><title>{language.Say("Note", "Note")}</title></head>\n<body>\n{analysis.NoteHtml(language)}</body>\n</html>\n";
}
