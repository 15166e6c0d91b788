import { startI18n } from '../../src/i18n/messages.ts';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';

await startI18n('fr');
